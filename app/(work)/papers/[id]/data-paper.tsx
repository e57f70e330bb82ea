import { partnerName } from '@/lib/base/codes/codes'
import { notInForce } from '@/lib/casework/consents/cover'
import { newestAnswers } from '@/lib/casework/consents/newest'
import type { Received } from '@/lib/casework/papers/my-data'
import { type PaperLanguage, type PaperWords, paperDay, paperWords } from '@/lib/casework/papers/words'
import type { OpenedPaper } from '@/lib/desks/case-file/open-paper'
import { CarriedPaper } from './carried-paper'

type Words = { w: PaperWords; language: PaperLanguage }
const RIGHTS = ['see', 'correct', 'withdraw', 'refuse', 'complain', 'days'] as const

/** What we hold about the person, why, who received it, what they may ask. No name, no code, no story. */
export function DataPaper({ view, aloud }: { view: OpenedPaper; aloud: boolean }) {
  const { paper, head, content } = view
  if (content.kind !== 'MY_DATA') return null
  const { language } = paper
  const w = paperWords(language)
  const yes = newestAnswers(head.consents).filter((one) => notInForce(one, new Date(paper.at)) === null)
  return (
    <CarriedPaper paper={paper} aloud={aloud} label={w('data.title')}>
      <h2>{w('data.title')}</h2>
      <p className="meta">{w('data.on', { day: paperDay(language, paper.at) })}</p>
      <p>{w('data.intro')}</p>
      <h3>{w('why.title')}</h3>
      {yes.length === 0 ? (
        <p>{w('why.none')}</p>
      ) : (
        <ul>
          {yes.map((one) => (
            <li key={one.id}>
              {w(`why.${one.purpose as 'CASE_MGMT'}`)}{' '}
              {w('why.yes', { day: paperDay(language, one.givenAt.toISOString()) })}
            </li>
          ))}
        </ul>
      )}
      <h3>{w('what.title')}</h3>
      <ul>
        {content.held.map((kind) => (
          <li key={kind}>{w(`what.${kind}`)}</li>
        ))}
      </ul>
      <h3>{w('seen.title')}</h3>
      <Seen received={content.received} w={w} language={language} />
      <h3>{w('rights.title')}</h3>
      <ul>
        {RIGHTS.map((right) => (
          <li key={right}>{w(`rights.${right}`)}</li>
        ))}
      </ul>
      <h3>{w('reach.title')}</h3>
      <p>
        {w(paper.phone ? 'reach.line' : 'reach.none', { office: paper.office })}{' '}
        {paper.phone && <b dir="ltr">{paper.phone}</b>}
      </p>
    </CarriedPaper>
  )
}

function Seen({ received, w, language }: Words & { received: readonly Received[] }) {
  if (received.length === 0) return <p>{w('seen.nobody')}</p>
  const comma = language === 'ar' ? '، ' : ', '
  return (
    <ul>
      {received.map(({ partner, on, facts, ended }) => (
        <li key={`${partner}${on}`}>
          {w('seen.line', {
            agency: partnerName(partner, language === 'en' ? 'en' : 'fr'),
            day: paperDay(language, on),
          })}{' '}
          {facts ? facts.map((fact) => w(`fact.${fact}`)).join(comma) : w('seen.whole')}.
          {ended && ` ${w('seen.ended', { day: paperDay(language, ended) })}`}
        </li>
      ))}
    </ul>
  )
}
