'use server';

import { changePasswordAction } from '@/lib/server/password-action';

export const change = changePasswordAction;
