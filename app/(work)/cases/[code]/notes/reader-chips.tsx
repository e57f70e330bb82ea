import { NOTE_READERS, type NoteReaders } from '@/lib/casework/notes/queries'
import type { Framed } from '../case-frame'

type Props = {
  counts: { team: number; own: number }
  readers: NoteReaders | undefined
  here: string
  page: Framed
}

/** Notes of the team, of one's own discipline, or all: offered where there are both. */
export function ReaderChips({ counts, readers, here, page: { t } }: Props) {
  if (counts.own === 0 || counts.team === 0) return null
  const chips = [
    { name: undefined, href: here, count: counts.team + counts.own },
    ...NOTE_READERS.map((name) => ({
      name,
      href: `${here}?readers=${name}`,
      count: name === 'TEAM' ? counts.team : counts.own,
    })),
  ]
  return (
    <nav className="chips" aria-label={t('notes.filter.label')}>
      {chips.map(({ name, href, count }) => (
        <a
          key={href}
          href={href}
          className={name === readers ? 'chip on' : 'chip'}
          aria-current={name === readers ? 'page' : undefined}
        >
          {t(`notes.filter.${name ?? 'ALL'}`, { count })}
        </a>
      ))}
    </nav>
  )
}
