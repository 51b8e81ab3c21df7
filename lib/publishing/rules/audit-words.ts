/** Acts of the audit in words; a test holds them against the acts that there are. */
const ACT_WORDS: Readonly<Record<string, string>> = {
  'session.sign_in': 'Signed in', 'session.change_password': 'Changed their password',
  'exclusion.record': 'Recorded an exclusion', 'exclusion.discuss': 'Recorded a talk with the school', 'exclusion.decide': 'Recorded a decision on an exclusion',
  'exclusion.correct': 'Corrected an exclusion', 'exclusion.tell': 'Recorded who was told of an exclusion', 'pupil.correct': 'Corrected a pupil\u2019s details',
  'exclusion.rescind': 'Recorded that the head cancelled an exclusion',
  'referral.record': 'Recorded a request for a place', 'referral.no_place': 'Recorded that no place was found', 'referral.interim': 'Recorded interim education',
  'referral.end_interim': 'Ended interim education',
  'placement.propose': 'Proposed a placement', 'placement.extend': 'Moved the planned end of a placement', 'placement.end': 'Ended a placement', 'placement.change_site': 'Changed the site of a placement',
  'placement.change_share': 'Changed the share of a placement', 'placement.cancel': 'Cancelled a placement', 'placement.undo': 'Undid an act on a placement',
  'placement.accept': 'Accepted a pupil', 'placement.raise_concern': 'Raised a concern', 'placement.tell_parents': 'Recorded that parents were told',
  'placement.book_transport': 'Recorded transport', 'placement.start': 'Recorded a start', 'placement.not_arrived': 'Recorded that a pupil did not arrive', 'placement.leave': 'Recorded that a pupil left',
  'placement.agree_notice': 'Recorded that parents agree to less notice',
  'placement.opened': 'Opened a placement', 'pupil.opened': 'Opened a pupil\u2019s record',
  'site.change_places': 'Changed the number of places', 'site.close_days': 'Recorded a closure', 'site.reopen_days': 'Withdrew a closure',
  'site.authorise_over_number': 'Authorised over-number', 'site.end_over_number': 'Ended over-number', 'site.save': 'Saved a site',
  'charge_run.draft': 'Drew up the charges of a month', 'charge_run.post': 'Posted the charges of a month', 'statement.query': 'Queried a line of a statement',
  'statement.answer': 'Answered a query of a statement', 'period.close': 'Closed a month',
  'finance_file.make': 'Made a file for the finance system', 'finance_file.downloaded': 'Downloaded a file for the finance system', 'payment.check': 'Checked a file of payments',
  'payment.import': 'Recorded a file of payments', 'payment.record': 'Recorded a payment', 'invoice.dispute': 'Disputed an invoice', 'invoice.settle_dispute': 'Settled the dispute of an invoice',
  'invoice.credit': 'Gave or asked for a credit note', 'invoice.answer_credit': 'Answered a request for a credit note', 'invoice.reverse': 'Took back a payment or credit note',
  'spend.enter_budget': 'Entered a budget', 'spend.enter_price': 'Entered a price', 'spend.change_places': 'Changed the places bought', 'spend.enter_amount': 'Entered an amount of spend',
  'spend.enter_reserve': 'Entered a reserve', 'spend.set_target': 'Set a target of spend', 'monitor.note': 'Recorded a decision or a reason on a month',
  'report.draft': 'Drew up a report', 'report.write': 'Wrote a report', 'report.leave_out': 'Changed what a report leaves out', 'report.sign': 'Signed off a report',
  'report.publish': 'Published a report',
  'task.finish': 'Finished a task', 'pupil.mark': 'Marked a pupil', 'pupil.end_marker': 'Ended a marker',
  'person.save': 'Saved a person', 'person.give_password': 'Gave a new password', 'role.assign': 'Gave a role', 'role.end': 'Ended a role',
  'partnership.save': 'Saved a partnership', 'partnership.join': 'Added a school to a partnership', 'partnership.leave': 'Ended a membership',
  'trust.save': 'Saved a trust', 'trust.join': 'Added a school to a trust', 'trust.change_member': 'Changed the days of a school in a trust',
  'agreement.save': 'Saved terms of an agreement', 'agreement.sign': 'Recorded a signature', 'agreement.set_quota': 'Changed a quota',
  'calendar.create': 'Added a calendar', 'calendar.save': 'Saved a calendar',
  'import.check': 'Checked a file', 'import.commit': 'Imported a file', 'import.undo': 'Undid an import', 'import.report_downloaded': 'Downloaded the report of a file',
  'setting.change': 'Changed a setting', 'measure.save': 'Saved a measure of the Board', 'board_item.save': 'Saved a decision or risk of the Board',
  'board_close.freeze': 'Froze the figures of a month for the Board', 'board_pack.freeze': 'Froze a pack of the Board', 'clock.set': 'Set the day of the demonstration',
};

/** An act in words; one that has none is shown by its code. */
export function actInWords(act: string): string {
  return ACT_WORDS[act] ?? act;
}

const KIND_WORDS: Readonly<Record<string, string>> = {
  placement: 'Placement', referral: 'Request', exclusion: 'Exclusion', task: 'Task', pupil: 'Pupil', site: 'Site', places: 'Places', agreement: 'Agreement', calendar: 'Calendar',
  partnership: 'Partnership', trust: 'Trust', role: 'Role', person: 'Person', import: 'Import', setting: 'Setting', authority: 'Authority', charge_run: 'Charges', charge_statement: 'Statement',
  statement_query: 'Query', ledger_period: 'Month', board_measure: 'Measure', board_item: 'Decision or risk', board_pack: 'Pack', invoice: 'Invoice', payment_file: 'File of payments', finance_file: 'File for the finance system',
  budget_entry: 'Budget', provider_price: 'Price', commissioned_places: 'Places bought', spend_entry: 'Spend', reserve_entry: 'Reserve', spend_target: 'Target', monitor_note: 'Note', report_version: 'Report',
};

/** The kind of a record in words; one that has none is shown by its code. */
export function kindInWords(kind: string): string {
  return KIND_WORDS[kind] ?? kind;
}

const REFUSAL_WORDS: Readonly<Record<string, string>> = {
  invalid: 'What was entered was not right', conflict: 'The records did not allow it', stale: 'Somebody had changed the record meanwhile', expired: 'The page was out of date',
  not_found: 'No such record for this person',
};

/** Why an act was refused, when the sentences that were shown are not kept with it. */
export function refusalInWords(kind: string): string {
  return REFUSAL_WORDS[kind] ?? kind;
}
