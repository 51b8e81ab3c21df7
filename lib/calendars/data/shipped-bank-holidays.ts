import type { BankHolidays } from '../types';
import { parseBankHolidays } from '../rules/bank-holidays';
import file from './bank-holidays.json';

/**
 * The England and Wales bank holidays that ship with the application, 2012 to 2028 (GOV.UK, Open
 * Government Licence v3.0). A newer list is merged over it (`mergeBankHolidays`).
 */
export const SHIPPED_BANK_HOLIDAYS: BankHolidays = parseBankHolidays(file);
