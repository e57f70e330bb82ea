import { AsidePart } from '@/app/_ui/layout'
import { label } from '@/lib/base/codes/codes'
import { moment } from '@/lib/base/i18n/dates'
import { wordingOf } from '@/lib/base/i18n/translate'
import type { Around } from '@/lib/casework/notes/around'
import type { CaseHead } from '@/lib/desks/case-file/head'
import type { Framed } from '../case-frame'

type Props = { view: { head: CaseHead; around: Around; mayOpen: boolean }; page: Framed }

/** Who reads what, as far as this reader may know it, and flags that came down. */
export function BesideNotes({ view: { head, around, mayOpen }, page }: Props) {
  const { t } = page
  const { code } = head.reach.record
  const disciplines = [...new Set(around.holders.map(({ compartment }) => compartment))]
  return (
    <>
      <AsidePart title={t('notes.readers.title')}>
        <ul className="ticks">
          <Reader
            who={t('notes.readers.team')}
            names={around.team.map(({ name }) => name)}
            more={t('notes.readers.supervision')}
          />
          {disciplines.map((compartment) => (
            <Reader
              key={compartment}
              who={wordingOf(t, `session.role.${compartment}`, compartment)}
              names={around.holders.filter((one) => one.compartment === compartment).map(({ name }) => name)}
            />
          ))}
        </ul>
        <p className="meta">{t('notes.readers.keys')}</p>
        {mayOpen && (
          <p>
            <a href={`/cases/${code}/notes/open`}>{t('notes.opening.title')}</a>
          </p>
        )}
      </AsidePart>
      <Lowered around={around} page={page} />
    </>
  )
}

function Reader({ who, names, more }: { who: string; names: string[]; more?: string }) {
  return (
    <li>
      <span>
        {who}{' '}
        <small>
          {names.map((name, index) => (
            <span key={name}>
              {index > 0 && ', '}
              <bdi>{name}</bdi>
            </span>
          ))}
          {more && `, ${more}`}
        </small>
      </span>
    </li>
  )
}

/** Flags that are down again: by whom, when and for what reason. */
function Lowered({ around: { lowered }, page: { t, locale } }: { around: Around; page: Framed }) {
  if (lowered.length === 0) return null
  return (
    <AsidePart title={t('notes.flag.lowered')}>
      <ul className="ticks">
        {lowered.map(({ code, by, at, reason }) => (
          <li key={`${code}${at}`}>
            <span>
              {label('danger_flag', code, locale)}{' '}
              <small>
                {reason && `${label('danger_end_reason', reason, locale)}, `}
                <bdi>{by}</bdi>, {moment(locale, new Date(at))}
              </small>
            </span>
          </li>
        ))}
      </ul>
    </AsidePart>
  )
}
