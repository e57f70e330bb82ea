import { ButtonLink } from '@/app/_ui/button'
import { Details } from '@/app/_ui/details'
import { Facts } from '@/app/_ui/facts'
import { Head } from '@/app/_ui/head'
import { Row, Section } from '@/app/_ui/layout'
import { Note } from '@/app/_ui/note'
import { type Translate, wordingOf } from '@/lib/base/i18n/translate'
import { type Chapter, chapters, chaptersFor } from '@/lib/desks/work/help'
import type { Role } from '@/lib/platform/access/roles'

type Office = { id: string; name: string; phone: string }
type Props = { t: Translate; role?: Role; offices?: Office[] }

/** Short tasks in plain words: the reader's own first. Telephones only for those who are signed in. */
export function HelpContent({ t, role, offices = [] }: Props) {
  const [first = 'everybody', ...others] = chaptersFor(role)
  const phones = offices.filter(({ phone }) => phone)
  return (
    <>
      <Head title={t('frame.help')} lead={t('work.help.lead')} />
      <Section title={t(`work.help.${first}`)} tight>
        <Tasks chapter={first} t={t} />
      </Section>
      {others.includes('abuse') && (
        <Section title={t('work.help.abuse')} tight>
          <Tasks chapter="abuse" t={t} />
          <Row>
            <ButtonLink href="/psea/new">{t('psea.title')}</ButtonLink>
          </Row>
        </Section>
      )}
      {others.filter(notAbuse).map((chapter) => (
        <Details key={chapter} summary={t(`work.help.${chapter}`)}>
          <Tasks chapter={chapter} t={t} />
        </Details>
      ))}
      <Section title={t('work.help.call')} id="call" tight>
        {phones.length > 0 ? (
          <Facts
            facts={phones.map(({ id, name, phone }) => ({
              key: id,
              term: name,
              value: <a href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</a>,
            }))}
          />
        ) : (
          <Note icon="call">{t('work.help.call-none')}</Note>
        )}
        {role && (
          <Row>
            <ButtonLink href="/glossary" calm>
              {t('frame.glossary')}
            </ButtonLink>
          </Row>
        )}
      </Section>
    </>
  )
}

const notAbuse = (chapter: Chapter) => chapter !== 'abuse'

function Tasks({ chapter, t }: { chapter: Chapter; t: Translate }) {
  const tasks = Array.from({ length: chapters[chapter] }, (_, index) => `work.help.${chapter}.${index + 1}`)
  const facts = tasks.map((key) => ({
    key,
    term: wordingOf(t, key, ''),
    value: wordingOf(t, `${key}.how`, ''),
  }))
  return <Facts facts={facts} />
}
