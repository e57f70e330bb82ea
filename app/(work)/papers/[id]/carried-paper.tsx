import type { ReactNode } from 'react'
import { classNames } from '@/app/_ui/class-names'
import type { Paper } from '@/lib/casework/papers/queries'
import { directionOf } from '@/lib/casework/papers/words'

type Props = {
  paper: Paper
  label: string
  /** One small page. */
  small?: boolean
  /** Read from the screen: nothing of it comes out of a printer. */
  aloud?: boolean
  children: ReactNode
}

/** What the person takes along, in their language and its direction. */
export function CarriedPaper({ paper, label, small, aloud, children }: Props) {
  return (
    <section
      className={classNames('box', 'stack', 'tight', aloud ? 'noprint' : 'paper', small && 'a6')}
      aria-label={label}
      lang={paper.language}
      dir={directionOf(paper.language)}
    >
      {children}
    </section>
  )
}
