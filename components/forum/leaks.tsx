import { Details } from '@/components/ui/details';
import { Notice } from '@/components/ui/notice';
import type { OpenReport } from '@/lib/publishing/types';

/** What the disclosure control found: what could be worked out, with how to mend it, or what it leaves out to prevent it. For officers only. */
export function Leaks({ open }: { open: OpenReport }) {
  if (open.leaks.length > 0) {
    return (
      <Notice kind="error" title="This report would tell of single pupils. It cannot be signed off as it is">
        <ul>{open.leaks.map((one) => <li key={one}>{one}</li>)}</ul>
      </Notice>
    );
  }
  return (
    <Notice title="No figure of few pupils can be worked out from this report together with all that are published">
      {open.secondary.length === 0 ? null : (
        <Details summary={open.secondary.length === 1 ? '1 figure is left out so that another cannot be worked out' : `${open.secondary.length} figures are left out so that others cannot be worked out`}>
          <ul>{open.secondary.map((one) => <li key={one}>{one}</li>)}</ul>
        </Details>
      )}
    </Notice>
  );
}
