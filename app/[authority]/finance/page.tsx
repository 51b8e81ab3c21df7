import { MonthTable } from '@/components/charges/month-table';
import { PageHeading } from '@/components/ui/page-heading';
import { weekdayDateInWords } from '@/lib/core/date-words';
import { chargeMonths } from '@/lib/charges/queries/charge-months';
import { openPage } from '@/lib/server/open-page';
import { titled } from '@/lib/server/page-title';

export const generateMetadata = titled('/[authority]/finance', 'Charges');

type Props = { params: Promise<{ authority: string }> };

/** The months of the over-quota charge, each with where it stands. */
export default async function FinancePage({ params }: Props) {
  const page = await openPage('/[authority]/finance', (await params).authority);
  const months = await page.read(chargeMonths);
  const toDo = months.find((month) => month.state === 'not_drafted');
  return (
    <>
      <PageHeading
        caption={page.authority.councilName}
        lead={`${weekdayDateInWords(page.clock.today)}. ${toDo ? `${toDo.title} is to be drawn up.` : 'Every month that is over is drawn up.'} Months follow one another; a closed month never changes.`}
      >
        Charges for places over the quota
      </PageHeading>
      <MonthTable months={months} href={(month) => `/${page.authority.slug}/finance/charges/${month}`} />
    </>
  );
}
