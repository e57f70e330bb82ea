import { ButtonLink } from '@/app/_ui/button'
import { Details } from '@/app/_ui/details'
import { Row, Section } from '@/app/_ui/layout'
import { label } from '@/lib/base/codes/codes'
import { kindOf, otherKinds, teamKinds } from '@/lib/casework/assistance/kinds'
import type { Framed } from '../case-frame'

type Props = { code: string; usual: readonly string[]; page: Framed }

/** So many of what is given most stand one press away. */
const AT_HAND = 4

/** First the kind: what is given most here, the team's eight, and behind a word what is given seldom. */
export function ChooseKind({ code, usual, page: { t, locale } }: Props) {
  const to = (kind: string, service?: string) =>
    `/cases/${code}/assistance/new?kind=${kind}${service ? `&service=${service}` : ''}`
  const heading = (kind: string) => (
    <ButtonLink key={kind} calm href={to(kind)}>
      {label('service_type', kind, locale)}
    </ButtonLink>
  )
  return (
    <>
      {usual.length > 0 && (
        <Section title={t('assistance.new.usual')} tight>
          <Row>
            {usual.slice(0, AT_HAND).map((service) => (
              <ButtonLink key={service} calm href={to(kindOf(service), service)}>
                {label('service_type', service, locale)}
              </ButtonLink>
            ))}
          </Row>
        </Section>
      )}
      <Section title={t('assistance.new.kind')} tight>
        <Row>{teamKinds.map(heading)}</Row>
        <Details summary={t('assistance.new.others')}>
          <Row>{otherKinds().map(heading)}</Row>
        </Details>
      </Section>
    </>
  )
}
