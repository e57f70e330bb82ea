import type { ReactNode } from 'react'
import { Code } from '@/app/_ui/code'
import { Note } from '@/app/_ui/note'
import { Table } from '@/app/_ui/table'
import { Tag } from '@/app/_ui/tag'
import { label } from '@/lib/base/codes/codes'
import { isMessageKey, wordingOf } from '@/lib/base/i18n/translate'
import type { Compared, FactLine } from '@/lib/casework/likeness/fact-lines'
import type { PersonView } from '@/lib/casework/people/queries'
import type { CaseHead } from '@/lib/desks/case-file/head'
import { ageWords } from '@/lib/desks/case-file/words'
import type { Beside } from '@/lib/desks/search/view-same'
import type { Framed } from '../case-frame'

type Props = { head: CaseHead; beside: Beside; page: Framed }
type Side = { person: PersonView; household: readonly PersonView[] }

/** Two files line by line, in the words of the page and without a score; what differs is marked by colour and by word. */
export function SideBySide({ head, beside, page }: Props) {
  const { t } = page
  const here = { person: head.person, household: head.people.filter(({ id }) => id !== head.person.id) }
  const code = beside.file.code
  return (
    <>
      <Note icon="search">
        <b>{t('same.why')}</b> {reasons(beside.lines, page)} {beside.atHome && t('same.at-home')}
      </Note>
      <Table
        narrow="cards"
        caption={t('same.title')}
        quietCaption
        columns={[
          { label: t('same.column.fact'), quiet: true },
          { label: t('same.column.here') },
          { label: t('same.column.there') },
          { label: t('same.column.gap') },
        ]}
        rows={beside.lines.map(({ fact, likeness }) => ({
          key: fact,
          cells: [
            <b key="fact">{t(`same.fact.${fact}`)}</b>,
            wordsFor(fact, here, page),
            wordsFor(fact, beside, page),
            likeness === 'DIFFERENT' ? (
              <Tag key="gap" tone="soon">
                {t('same.gap.DIFFERENT')}
              </Tag>
            ) : (
              <small key="gap">{t(`same.gap.${likeness}`)}</small>
            ),
          ],
        }))}
      />
      <p className="meta">
        <a href={`/cases/${code}`}>
          <Code>{code}</Code>
        </a>{' '}
        {wordingOf(t, `cases.state.${beside.file.state}`, beside.file.state)} · <bdi>{beside.lead}</bdi>
      </p>
    </>
  )
}

/** "Même nom écrit autrement, même prénom de mère. Diffère : âge." */
export function reasons(lines: readonly FactLine[], { t, locale }: Pick<Framed, 't' | 'locale'>): string {
  const agree = lines.flatMap(({ fact, likeness }) => {
    const key = `same.agrees.${fact}.${likeness}`
    return isMessageKey(key) ? [t(key)] : []
  })
  const differ = lines
    .filter(({ likeness }) => likeness === 'DIFFERENT')
    .map(({ fact }) => t(`same.fact.${fact}`).toLocaleLowerCase(locale))
  const first = agree.join(', ')
  const said = first && `${first.charAt(0).toLocaleUpperCase(locale)}${first.slice(1)}.`
  return [said, differ.length > 0 && t('same.differs', { list: differ.join(', ') })].filter(Boolean).join(' ')
}

function wordsFor(fact: Compared, { person, household }: Side, page: Framed): ReactNode {
  const { t, locale, actor } = page
  const { identity } = person
  const said: Record<Compared, string> = {
    name: [identity.given, identity.family].filter(Boolean).join(' '),
    mother: identity.motherName,
    sex: wordingOf(t, `cases.sex.${person.sex}`, person.sex),
    age: person.birthYear === null ? '' : ageWords(person, { t, locale, now: actor.now }),
    origin: [identity.village, person.originCercle && label('origin', person.originCercle, locale)]
      .filter(Boolean)
      .join(', '),
    household: household.flatMap((one) => one.identity.given || []).join(', '),
    // Both numbers agree or do not: neither has to be read out.
    phone: identity.phone || identity.contactDetail ? t('same.phone.kept') : '',
  }
  return said[fact] ? <bdi key={fact}>{said[fact]}</bdi> : <small key={fact}>{t('same.unsaid')}</small>
}
