import { hidden } from '@/app/_frame/hidden'
import { Button } from '@/app/_ui/button'
import { PostForm } from '@/app/_ui/form'
import { Note } from '@/app/_ui/note'
import { label } from '@/lib/base/codes/codes'
import { moment } from '@/lib/base/i18n/dates'
import { wordingOf } from '@/lib/base/i18n/translate'
import { isLate } from '@/lib/base/time/late'
import type { Around } from '@/lib/casework/notes/around'
import type { Framed } from '../case-frame'

type Props = { around: Around; page: Framed }

/** Danger flags that are up: the word alone. What the note says stays where it is. */
export function DangerFlags({ around: { flags }, code, page: { t, locale } }: Props & { code: string }) {
  return flags.map((flag) => (
    <Note key={flag.id} tone="late" icon="warn">
      <b>{t('notes.flag.title', { what: label('danger_flag', flag.code, locale) })}</b>{' '}
      {t('notes.flag.by', {
        by: flag.by,
        role: wordingOf(t, `session.role.${flag.discipline}`, ''),
        at: moment(locale, new Date(flag.at)),
      })}{' '}
      {flag.mine ? (
        <a href={`/cases/${code}/danger/${flag.id}`}>{t('cases.vital.danger-over')}</a>
      ) : (
        t('notes.flag.ask', { by: flag.by })
      )}
    </Note>
  ))
}

/** Openings of sealed notes that wait for somebody's other half. */
export function AskedOpenings({ around: { asked }, page }: Props) {
  const { t, locale, actor } = page
  return asked.map((one) => (
    <Note key={one.id} tone={isLate(new Date(one.dueAt), actor.now) ? 'late' : 'soon'} icon="lock">
      {t('notes.opening.waits', {
        to: one.to,
        role: wordingOf(t, `session.role.${one.compartment}`, ''),
        by: one.by,
        at: moment(locale, new Date(one.at)),
        why: label('key_opening_reason', one.reason, locale),
      })}{' '}
      {t(`notes.opening.half.${one.askedAs === 'DISCIPLINE' ? 'SUPERVISION' : 'DISCIPLINE'}`)}{' '}
      {t('notes.opening.until', {
        due: moment(locale, new Date(one.dueAt)),
        ends: moment(locale, new Date(one.endsAt)),
      })}{' '}
      {one.mine ? (
        <PostForm
          action={`/api/v1/openings/${one.id}`}
          fields={{ ...hidden(), opening: 'TAKEN_BACK' }}
          layout="bare"
        >
          <Button calm small>
            {t('notes.opening.take-back')}
          </Button>
        </PostForm>
      ) : (
        (actor.role === 'SUPERVISOR') === (one.askedAs === 'DISCIPLINE') && (
          <a href="/openings">{t('notes.opening.answer')}</a>
        )
      )}
    </Note>
  ))
}

/** Openings that the reader asked for and that nobody answered in time. */
export function ExpiredOpenings({
  around: { expired, missing },
  code,
  page: { t, locale },
}: Props & { code: string }) {
  return expired.map((one) => (
    <Note key={one.id} icon="lock">
      {t('notes.opening.expired', {
        to: one.to,
        role: wordingOf(t, `session.role.${one.compartment}`, ''),
        at: moment(locale, new Date(one.at)),
      })}{' '}
      {missing && <a href={`/cases/${code}/notes/open`}>{t('notes.opening.again')}</a>}
    </Note>
  ))
}

/** Sealed notes of the reader's own discipline that nobody opened to them yet: whom to ask. */
export function ClosedToMe({ around: { closed, holders, asked }, page: { t } }: Props) {
  if (closed === 0) return null
  const who = holders.map(({ name }) => name).join(', ')
  return (
    <Note icon="lock">
      {t('notes.closed.count', { count: closed })}{' '}
      {asked.length === 0 && (who ? t('notes.closed.ask', { who }) : t('notes.closed.ask-supervision'))}
    </Note>
  )
}
