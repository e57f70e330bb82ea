import type { Paper } from '@/lib/casework/papers/queries'
import { directionOf, paperDay, paperWords } from '@/lib/casework/papers/words'
import { CarriedPaper } from './carried-paper'

/** When and where, and a number: nothing that could betray. Aloud, the same in two sentences and a question. */
export function SlipPaper({ paper, aloud }: { paper: Paper; aloud: boolean }) {
  const { detail, language } = paper
  if (!detail) return null
  const w = paperWords(language)
  const day = paperDay(language, detail.on)
  const { time, place, call, who } = detail
  if (aloud)
    return (
      <CarriedPaper paper={paper} aloud label={w('slip.title')}>
        <p>{w('slip.aloud', { day, time, place, call })}</p>
        {who && <p>{w('slip.aloud-who', { who })}</p>}
        <p>{w('slip.again')}</p>
      </CarriedPaper>
    )
  return (
    <CarriedPaper paper={paper} small label={w('slip.title')}>
      <p className="find1">
        <b>
          {day}
          <br />
          <bdi dir="ltr">{time}</bdi>
        </b>
      </p>
      <p>{w('slip.place', { place })}</p>
      {who && <p>{w('slip.who', { who })}</p>}
      <p>
        {w('slip.call')} <b dir="ltr">{call}</b>
      </p>
      <p className="meta" dir={directionOf(language)}>
        {w('slip.keep')}
      </p>
    </CarriedPaper>
  )
}
