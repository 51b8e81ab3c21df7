'use server';

import { agreeLessNotice } from '@/lib/placements/commands/agree-less-notice';
import { cancelPlacement } from '@/lib/placements/commands/cancel-placement';
import { changeShare } from '@/lib/placements/commands/change-share';
import { changeSite } from '@/lib/placements/commands/change-site';
import { endPlacement } from '@/lib/placements/commands/end-placement';
import { extendPlacement } from '@/lib/placements/commands/extend-placement';
import { bookTransport, tellParents } from '@/lib/placements/commands/prepare-arrival';
import { undoAct } from '@/lib/placements/commands/undo-act';
import { formAction } from '@/lib/server/form-action';

export const extend = formAction({
  action: 'placement.extend', command: extendPlacement,
  read: (form) => ({ placementId: form.text('placementId'), version: form.text('version'), lastOn: form.text('lastOn'), reason: form.text('reason'), seen: form.text('seen') }),
  then: (outcome) => `/officer/placements/${outcome.placementId}?done=extend`,
});

export const end = formAction({
  action: 'placement.end', command: endPlacement,
  read: (form) => ({ placementId: form.text('placementId'), version: form.text('version'), leftOn: form.text('leftOn'), whereNext: form.text('whereNext') }),
  then: (outcome) => `/officer/placements/${outcome.placementId}?done=leave`,
});

export const cancel = formAction({
  action: 'placement.cancel', command: cancelPlacement,
  read: (form) => ({ placementId: form.text('placementId'), version: form.text('version'), reason: form.text('reason') }),
  then: (outcome) => `/officer/placements/${outcome.placementId}?done=cancel`,
});

export const share = formAction({
  action: 'placement.change_share', command: changeShare,
  read: (form) => ({
    placementId: form.text('placementId'), version: form.text('version'), shareTenths: form.text('shareTenths'), fromOn: form.text('fromOn'),
    reason: form.text('reason'), seen: form.text('seen'),
  }),
  then: (outcome) => `/officer/placements/${outcome.placementId}?done=change_share`,
});

export const site = formAction({
  action: 'placement.change_site', command: changeSite,
  read: (form) => ({
    placementId: form.text('placementId'), version: form.text('version'), siteId: form.text('siteId'), placeKind: form.text('placeKind'),
    fromOn: form.text('fromOn'), reason: form.text('reason'), seen: form.text('seen'),
  }),
  then: (outcome) => `/officer/placements/${outcome.placementId}?done=change_site`,
});

export const undo = formAction({
  action: 'placement.undo', command: undoAct,
  read: (form) => ({ placementId: form.text('placementId'), actId: form.text('actId') }),
  then: (outcome) => `/officer/placements/${outcome.placementId}?done=undo`,
});

export const parentsTold = formAction({
  action: 'placement.tell_parents', command: tellParents,
  read: (form) => ({ placementId: form.text('placementId'), version: form.text('version'), toldOn: form.date('toldOn'), toldAt: form.text('toldAt') }),
  then: (outcome) => `/officer/placements/${outcome.placementId}?done=tell_parents`,
});

export const transportBooked = formAction({
  action: 'placement.book_transport', command: bookTransport,
  read: (form) => ({ placementId: form.text('placementId'), version: form.text('version'), transport: form.text('transport'), bookedOn: form.date('bookedOn') }),
  then: (outcome) => `/officer/placements/${outcome.placementId}?done=book_transport`,
});

export const noticeAgreed = formAction({
  action: 'placement.agree_notice', command: agreeLessNotice,
  read: (form) => ({ placementId: form.text('placementId'), version: form.text('version'), noticeAgreed: form.text('noticeAgreed') }),
  then: (outcome) => `/officer/placements/${outcome.placementId}?done=agree_notice`,
});
