'use server';

import { formAction } from '@/lib/server/form-action';
import { changePlaces } from '@/lib/spend/commands/change-places';
import { enterAmount } from '@/lib/spend/commands/enter-amount';
import { enterBudget } from '@/lib/spend/commands/enter-budget';
import { enterPrice } from '@/lib/spend/commands/enter-price';
import { enterReserve } from '@/lib/spend/commands/enter-reserve';
import { setTarget } from '@/lib/spend/commands/set-target';

export const budget = formAction({
  action: 'spend.enter_budget',
  command: enterBudget,
  read: (form) => ({ line: form.text('line'), year: form.text('year'), amount: form.text('amount'), profile: form.text('profile'), source: form.text('source'), reason: form.text('reason') }),
  then: () => '/finance/spend/enter?what=budget&done=yes',
});

export const price = formAction({
  action: 'spend.enter_price',
  command: enterPrice,
  read: (form) => ({
    providerId: form.text('providerId'), priceKind: form.text('priceKind'), paidBy: form.text('paidBy'), amount: form.text('amount'), basis: form.text('basis'),
    firstOn: form.date('firstOn'), source: form.text('source'),
  }),
  then: () => '/finance/spend/enter?what=price&done=yes',
});

export const places = formAction({
  action: 'spend.change_places',
  command: changePlaces,
  read: (form) => ({
    providerId: form.text('providerId'), boughtBy: form.text('boughtBy'), change: form.text('change'), places: form.text('places'), firstOn: form.date('firstOn'),
    source: form.text('source'),
  }),
  then: () => '/finance/spend/enter?what=places&done=yes',
});

export const amount = formAction({
  action: 'spend.enter_amount',
  command: enterAmount,
  read: (form) => ({
    line: form.text('line'), month: form.text('month'), entryKind: form.text('entryKind'), direction: form.text('direction'), amount: form.text('amount'),
    source: form.text('source'), reason: form.text('reason'),
  }),
  then: () => '/finance/spend/enter?what=amount&done=yes',
});

export const reserve = formAction({
  action: 'spend.enter_reserve',
  command: enterReserve,
  read: (form) => ({
    name: form.text('name'), year: form.text('year'), reserveEnd: form.text('reserveEnd'), sign: form.text('sign'), amount: form.text('amount'), source: form.text('source'),
  }),
  then: () => '/finance/spend/enter?what=reserve&done=yes',
});

export const target = formAction({
  action: 'spend.set_target',
  command: setTarget,
  read: (form) => ({
    line: form.text('line'), name: form.text('name'), baseline: form.text('baseline'), target: form.text('target'), year: form.text('year'), lastYear: form.text('lastYear'),
    source: form.text('source'),
  }),
  then: () => '/finance/spend/enter?what=target&done=yes',
});
