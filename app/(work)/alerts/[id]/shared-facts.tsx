import { Facts } from '@/app/_ui/facts'
import { factWords } from '@/lib/casework/referrals/sharing/fact-words'
import type { StagePayload } from '@/lib/casework/referrals/sharing/payload'
import type { Page } from '@/lib/platform/gate/read'

type Props = { reference: string; facts: StagePayload; page: Omit<Page<unknown>, 'view'> }

/** What another agency shared of somebody, in words; nothing else is known. */
export function SharedFacts({ reference, facts, page: { t, locale } }: Props) {
  return (
    <Facts
      box
      facts={[
        { term: t('inbound.view.reference'), value: <bdi>{reference}</bdi> },
        ...factWords(facts, { t, locale }).map(({ key, term, value }) => ({
          key,
          term,
          value: <bdi>{value}</bdi>,
        })),
      ]}
    />
  )
}
