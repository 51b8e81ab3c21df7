'use server';

import { saveMeasure } from '@/lib/board/commands/save-measure';
import { formAction } from '@/lib/server/form-action';

export const save = formAction({
  action: 'measure.save', command: saveMeasure, then: ({ measureId }) => `/admin/measures?change=${measureId}&done=measure.save`,
  read: (form) => ({
    measureId: form.text('measureId'), version: form.text('version'), name: form.text('name'), definition: form.text('definition'), numerator: form.text('numerator'),
    denominator: form.text('denominator'), calculation: form.text('calculation'), direction: form.text('direction'), baseline: form.text('baseline'),
    baselineOn: form.date('baselineOn'), baselineSource: form.text('baselineSource'), target: form.text('target'), targetOn: form.date('targetOn'),
    owner: form.text('owner'), displayOrder: form.text('displayOrder'), shownFrom: form.date('shownFrom'), shownTo: form.date('shownTo'), reason: form.text('reason'),
  }),
});
