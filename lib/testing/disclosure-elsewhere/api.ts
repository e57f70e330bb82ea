/** What an attacker knows of a discloser: what it is asked, what it answers, and that anybody may run it. */
export type Code = { code: string; level: string; parent: string | null }
/** A list of codes, `levels` from fine to coarse. */
export type Dimension = { name: string; about: string; levels: readonly string[]; codes: readonly Code[] }
export type Family = { family: string; kind: 'ADDITIVE' | 'UNIQUE'; within: readonly string[] }
export type Count = { at: readonly string[]; count: number }
export type Table = {
  table: string
  family: string
  audiences: readonly string[]
  dimensions: readonly string[]
  keeps: string
  counts: readonly Count[]
}
/** One period, asked for the first time or again with corrected counts. */
export type Asked = {
  period: string
  dimensions: readonly Dimension[]
  families: readonly Family[]
  tables: readonly Table[]
}

export type Cell = { at: readonly (readonly string[])[]; value: number }
/** What one audience gets of one table. `cells` is empty where nothing leaves. */
export type Output = {
  table: string
  audience: string
  outcome: 'RELEASED' | 'CORRECTED' | 'UNCHANGED' | 'CARRIED' | 'WITHHELD'
  covers: readonly string[]
  cells: readonly Cell[]
}

export type Audience = { audience: string; threshold: number }

/** A discloser with its memory: `ask` in the order of the history, each with what left before. */
export type Discloser<Memory> = {
  audiences: readonly Audience[]
  begin: Memory
  /** `refused` says why a request was not answered at all; then nothing left. */
  ask: (memory: Memory, asked: Asked) => { outputs: readonly Output[]; memory: Memory; refused?: string }
}

/** Somebody who reads what several audiences get, and the threshold promised to them. */
export type Reader = { reader: string; reads: readonly string[]; threshold: number }

/** Everybody outside together. */
export const OUTSIDE: Reader = { reader: 'OUTSIDE', reads: ['PUBLIC', 'DONOR'], threshold: 10 }
export const INSIDE: Reader = { reader: 'INSIDE', reads: ['PUBLIC', 'DONOR', 'INTERNAL'], threshold: 5 }
export const READERS: readonly Reader[] = [OUTSIDE, INSIDE]
