import { z } from 'zod';
import { changedMeanwhile, type Standing } from '@/lib/core/changed-meanwhile';
import { dateInWords } from '@/lib/core/date-words';
import { conflict, invalid, notFoundRefusal } from '@/lib/core/refusal';
import { mayAdminister } from '@/lib/core/roles';
import { slugOf } from '@/lib/organisations/rules/slug';
import { countColumn, dateColumn, textColumn, textsColumn, uuidColumn } from '@/lib/server/columns';
import type { Command } from '@/lib/server/command';
import { type WriteTx, sql } from '@/lib/server/unit-of-work';
import { saveSiteInput } from '../input';

type Input = z.output<typeof saveSiteInput>;
const siteRow = z.object({
  id: uuidColumn, slug: textColumn, name: textColumn, provider_id: uuidColumn, version: z.number(), specialism: textColumn, low_year: z.number(), high_year: z.number(),
  needs: textsColumn, languages: textsColumn, must_agree: z.boolean(), counts_to_quota: z.boolean(), address: textColumn, start_time: textColumn, end_time: textColumn,
  contact_name: textColumn, contact_phone: textColumn, opened_on: dateColumn, closed_on: dateColumn.nullable(),
});
const made = z.object({ id: uuidColumn, slug: textColumn });

/** Adds a site or changes its details. Places are dated events of their own; a new site has none yet. */
export const saveSite: Command<typeof saveSiteInput, { slug: string }> = {
  name: 'site.save',
  input: saveSiteInput,
  handle: async (tx, input) => {
    if (!mayAdminister(tx.actor)) throw notFoundRefusal();
    const before = input.siteId === null ? null : await lockedSite(tx, input.siteId, input);
    if (input.closedOn !== null && input.closedOn <= input.openedOn) throw invalid('closedOn', 'Day closed for good must be after the first day open');
    if (before) await refuseClosingOverPupils(tx, before.id, input);
    const providerId = before?.provider_id ?? (await providerFor(tx, input));
    const saved = before ? await update(tx, before.id, before.version, input) : await insert(tx, providerId, input);
    return {
      outcome: { slug: saved.slug },
      audit: { subjectKind: 'site', subjectId: saved.id, before: before && { name: before.name, version: before.version }, after: { name: input.name, years: [input.lowYear, input.highYear], closedOn: input.closedOn } },
    };
  },
};

async function lockedSite(tx: WriteTx, id: string, yours: Input): Promise<z.output<typeof siteRow>> {
  const row = await tx.row(siteRow, sql`
    SELECT id, slug, name, provider_id, version, specialism, low_year, high_year, needs, languages, must_agree, counts_to_quota, address, start_time, end_time,
           contact_name, contact_phone, opened_on, closed_on FROM site WHERE id = ${id}::uuid FOR UPDATE`);
  if (!row) throw notFoundRefusal();
  if (row.version !== yours.version) throw changedMeanwhile('site', standing(row, yours));
  return row;
}

function standing(now: z.output<typeof siteRow>, yours: Input): Standing[] {
  return [
    ['Name of the site', now.name, yours.name], ['Specialism', now.specialism, yours.specialism], ['Youngest year group', now.low_year, yours.lowYear],
    ['Oldest year group', now.high_year, yours.highYear], ['Needs it meets', [...now.needs].sort(), [...yours.needs].sort()], ['Languages supported', now.languages, yours.languages],
    ['The site must agree to each pupil', now.must_agree, yours.mustAgree], ['Its places count to the quota', now.counts_to_quota, yours.countsToQuota],
    ['Address', now.address, yours.address], ['Start of the day', now.start_time, yours.startTime], ['End of the day', now.end_time, yours.endTime],
    ['Contact', now.contact_name, yours.contactName], ['Telephone of the contact', now.contact_phone, yours.contactPhone], ['First day open', now.opened_on, yours.openedOn],
    ['Day closed for good', now.closed_on, yours.closedOn],
  ];
}

async function refuseClosingOverPupils(tx: WriteTx, siteId: string, input: Input): Promise<void> {
  if (input.closedOn === null) return;
  const held = await tx.row(z.object({ n: countColumn, last_on: dateColumn.nullable() }), sql`
    SELECT count(*) AS n, max(last_on) AS last_on FROM placement WHERE site_id = ${siteId}::uuid AND holds_place AND last_on >= ${input.closedOn}::date`);
  if (held && held.n > 0 && held.last_on) throw invalid('closedOn', `${held.n} ${held.n === 1 ? 'pupil has' : 'pupils have'} a place on that day or later, until ${dateInWords(held.last_on)}. Move them or end their places first`);
}

async function providerFor(tx: WriteTx, input: Input): Promise<string> {
  if (input.providerId !== null) {
    const known = await tx.row(z.object({ id: uuidColumn }), sql`SELECT id FROM provider WHERE id = ${input.providerId}::uuid`);
    if (!known) throw notFoundRefusal();
    return known.id;
  }
  if (input.newProviderName === '') throw invalid('providerId', 'Choose the provider, or name a new one');
  if (input.newProviderKind === '') throw invalid('newProviderKind', 'Choose the kind of the new provider');
  const row = await tx.row(z.object({ id: uuidColumn }), sql`
    INSERT INTO provider (authority_id, name, kind) VALUES (${tx.authorityId}, ${input.newProviderName}, ${input.newProviderKind}) ON CONFLICT DO NOTHING RETURNING id`);
  if (!row) throw invalid('newProviderName', 'A provider has this name already. Choose it from the list');
  return row.id;
}

async function insert(tx: WriteTx, providerId: string, input: Input): Promise<z.output<typeof made>> {
  const slug = slugOf(input.name);
  if (slug === '') throw invalid('name', 'The name must have a letter');
  const row = await tx.row(made, sql`
    INSERT INTO site (authority_id, provider_id, slug, name, specialism, low_year, high_year, needs, languages, must_agree, counts_to_quota, address, start_time,
                      end_time, contact_name, contact_phone, opened_on, closed_on)
    VALUES (${tx.authorityId}, ${providerId}::uuid, ${slug}, ${input.name}, ${input.specialism}, ${input.lowYear}, ${input.highYear}, ${input.needs}, ${input.languages},
            ${input.mustAgree}, ${input.countsToQuota}, ${input.address}, ${input.startTime}, ${input.endTime}, ${input.contactName}, ${input.contactPhone},
            ${input.openedOn}::date, ${input.closedOn}::date)
    ON CONFLICT (authority_id, slug) DO NOTHING RETURNING id, slug`);
  if (!row) throw invalid('name', 'A site has this name already');
  return row;
}

async function update(tx: WriteTx, id: string, version: number, input: Input): Promise<z.output<typeof made>> {
  const row = await tx.row(made, sql`
    UPDATE site SET name = ${input.name}, specialism = ${input.specialism}, low_year = ${input.lowYear}, high_year = ${input.highYear}, needs = ${input.needs},
           languages = ${input.languages}, must_agree = ${input.mustAgree}, counts_to_quota = ${input.countsToQuota}, address = ${input.address},
           start_time = ${input.startTime}, end_time = ${input.endTime}, contact_name = ${input.contactName}, contact_phone = ${input.contactPhone},
           opened_on = ${input.openedOn}::date, closed_on = ${input.closedOn}::date, version = version + 1
     WHERE id = ${id}::uuid AND version = ${version} RETURNING id, slug`);
  if (!row) throw conflict('Somebody changed this site at the same time. Open the page again');
  return row;
}
