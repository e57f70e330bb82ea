import { Details } from '@/app/_ui/details'
import type { Moment } from '@/app/_ui/timeline'
import { label } from '@/lib/base/codes/codes'
import { moment } from '@/lib/base/i18n/dates'
import { wordingOf } from '@/lib/base/i18n/translate'
import type { NoteView } from '@/lib/casework/notes/queries'
import type { CaseHead } from '@/lib/desks/case-file/head'
import type { Framed } from '../case-frame'

type Around = { head: CaseHead; page: Framed }

/** A text as it was typed, line by line. */
const Lines = ({ text }: { text: string }) =>
  text.split('\n').map((line, index) => (
    <p key={index} dir="auto">
      {line}
    </p>
  ))

/** One note: by whom, when, who reads it, what it says now, and below what it said before. */
export function noteMoment(note: NoteView, around: Around): Moment {
  const { t, locale } = around.page
  const sealed = note.compartment !== 'TEAM'
  const [now, ...before] = note.versions
  const readers = sealed
    ? t('notes.list.discipline', { discipline: wordingOf(t, `notes.discipline.${note.compartment}`, '') })
    : t('notes.list.team')
  const meta = [
    moment(locale, new Date(note.at)),
    before.length > 0 && now && t('notes.list.corrected', { at: moment(locale, new Date(now.from)) }),
    readers,
  ]
  return {
    key: note.id,
    id: `note-${note.id}`,
    side: note.mine ? 'us' : undefined,
    title: (
      <>
        <bdi>{note.writer}</bdi> <small>{wordingOf(t, `session.role.${note.writerRole}`, '')}</small>
      </>
    ),
    meta: meta.filter(Boolean).join(' · '),
    body: (
      <>
        {sealed && <p>{t(`notes.sealed.${note.compartment as 'LAWYER'}`)}</p>}
        {note.error ? <InError note={note} page={around.page} /> : now && <Lines text={now.text} />}
        <Before versions={before} page={around.page} />
        <Acts note={note} {...around} />
      </>
    ),
  }
}

/** Written in error: why, and what it said for whoever wants to read it still. */
function InError({ note: { error, versions }, page: { t, locale } }: { note: NoteView; page: Framed }) {
  if (!error) return null
  return (
    <>
      <p>
        <b>{t('notes.error.said')}</b> {label('note_error_reason', error.reason, locale)},{' '}
        {moment(locale, new Date(error.at))}
      </p>
      <Details summary={t('notes.error.words')}>
        <Lines text={versions[0]?.text ?? ''} />
      </Details>
    </>
  )
}

function Before({ versions, page: { t, locale } }: { versions: NoteView['versions']; page: Framed }) {
  if (versions.length === 0) return null
  return (
    <Details summary={t('notes.before.title', { count: versions.length })}>
      {versions.map(({ text, from, until, reason }) => (
        <div key={from}>
          <p className="meta">
            {t('notes.before.as', {
              from: moment(locale, new Date(from)),
              until: moment(locale, new Date(until ?? from)),
            })}
            {reason && ` ${t('notes.before.why', { why: label('note_correction_reason', reason, locale) })}`}
          </p>
          <Lines text={text} />
        </div>
      ))}
    </Details>
  )
}

/** What its author may still do with it. */
function Acts({ note, head, page: { t } }: Around & { note: NoteView }) {
  if (!note.mine || note.error || !head.may.write) return null
  const here = `/cases/${head.reach.record.code}/notes/${note.id}`
  return (
    <p className="row">
      <a href={`${here}/correct`}>{t('notes.correct.link')}</a>
      <a href={`${here}/in-error`}>{t('notes.error.link')}</a>
    </p>
  )
}
