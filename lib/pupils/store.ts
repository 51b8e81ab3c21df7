import { z } from 'zod';
import { dateColumn, jsonDate, textColumn, textsColumn, uuidColumn } from '@/lib/server/columns';
import { type ReadTx, sql } from '@/lib/server/unit-of-work';

const pupilRow = z.object({
  id: uuidColumn, reference: textColumn, first_name: textColumn, last_name: textColumn, born_on: dateColumn, sex: textColumn, upn: textColumn.nullable(),
  year_group: z.number(), year_group_note: textColumn, home_authority_code: textColumn, home_address: textColumn, home_postcode: textColumn,
  home_easting: z.number().nullable(), home_northing: z.number().nullable(), language: textColumn, needs_interpreter: z.boolean(),
  sen_provision: z.enum(['N', 'K', 'E']), looked_after_by: textColumn.nullable(), previously_looked_after: z.boolean(), has_social_worker: z.boolean(),
  social_worker_contact: textColumn, needs: textsColumn, subjects_and_exams: textColumn, medical: textColumn, version: z.number(),
  contacts: z.array(z.object({ name: z.string(), relationship: z.string(), phone: z.string(), email: z.string() })),
  markers: z.array(z.object({
    id: z.string(), kind: z.enum(['not_with', 'not_at']), otherPupilId: z.string().nullable(), siteId: z.string().nullable(),
    reason: z.string(), firstOn: jsonDate, lastOn: jsonDate.nullable(), version: z.number(),
  })),
});

/** A pupil's record with contacts and markers; a "not with" marker stands on both pupils. For officers' pages and the commands. */
export type PupilRecord = z.output<typeof pupilRow>;

export async function pupilById(tx: ReadTx, id: string): Promise<PupilRecord | null> {
  return tx.row(pupilRow, sql`
    SELECT p.*,
           coalesce((SELECT jsonb_agg(jsonb_build_object('name', c.name, 'relationship', c.relationship, 'phone', c.phone, 'email', c.email) ORDER BY c.display_order, c.id)
                       FROM pupil_contact c WHERE c.authority_id = p.authority_id AND c.pupil_id = p.id), '[]') AS contacts,
           coalesce((SELECT jsonb_agg(jsonb_build_object('id', m.id, 'kind', m.kind,
                              'otherPupilId', CASE WHEN m.other_pupil_id = p.id THEN m.pupil_id ELSE m.other_pupil_id END,
                              'siteId', m.site_id, 'reason', m.reason, 'firstOn', m.first_on, 'lastOn', m.last_on, 'version', m.version) ORDER BY m.first_on, m.id)
                       FROM pupil_marker m
                      WHERE m.authority_id = p.authority_id AND (m.pupil_id = p.id OR m.other_pupil_id = p.id)), '[]') AS markers
      FROM pupil p WHERE p.id = ${id}::uuid`);
}
