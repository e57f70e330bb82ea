import type { ReactNode } from 'react'

/** A link as pages hand it over: where to, and the words. */
export type LinkTo = { href: string; label: ReactNode }
