import { offered, parentOf } from '@/lib/base/codes/codes'
import type { CodeEntry } from '@/lib/base/codes/lists'

/**
 * The eight kinds of help that the team gives, in the order in which it speaks of them. What else is given now and then
 * (cash, legal help, tracing …) stands under its own heading after them.
 */
const TEAM_KINDS = ['COUN', 'MHPSS', 'FOOD', 'SHEL', 'NFI', 'MED', 'TRANS', 'REINT'] as const

const headings = (): string[] =>
  offered('service_type')
    .filter(({ parent }) => !parent)
    .map(({ code }) => code)

export const teamKinds: readonly string[] = TEAM_KINDS

/** The headings that are given seldom. */
export const otherKinds = (): string[] => headings().filter((code) => !teamKinds.includes(code))

/** Every heading, the team's own first. */
export const kinds = (): string[] => [...teamKinds, ...otherKinds()]

export const isKind = (code: unknown): code is string => typeof code === 'string' && kinds().includes(code)

/** The heading under which a service stands. */
export const kindOf = (service: string): string => parentOf('service_type', service) ?? service

/** The services of a heading, those that the office gives most first; `usual` in that order. PURE. */
export function servicesOf(kind: string, usual: readonly string[]): CodeEntry[] {
  const place = ({ code }: CodeEntry) => (usual.includes(code) ? usual.indexOf(code) : usual.length)
  return offered('service_type', kind).toSorted((a, b) => place(a) - place(b))
}

/** Lines under their headings, in the order of the headings; a heading without a line is left out. PURE. */
export const byKind = <T extends { service: string }>(lines: readonly T[]): { kind: string; lines: T[] }[] =>
  kinds()
    .map((kind) => ({ kind, lines: lines.filter(({ service }) => kindOf(service) === kind) }))
    .filter((one) => one.lines.length > 0)
