import { cumulate } from './cumulate'
import { finish, withheld } from './finish'
import { chooseLevel } from './fresh'
import { groundOf, partsKnown, viewOf } from './knowledge'
import { linkedTo } from './linked'
import { blockedBy, isInsideOther } from './overlap'
import { parseRequest } from './parse-request'
import { spanOf } from './periods'
import { recompute } from './recompute'
import { levelsFor, refine } from './refine'
import { reissue } from './reissue'
import { addFrozen, countsOf, lateRecords, OPENING, render, type Setting, withLate } from './render'
import { audienceRule } from './rules'
import { showAll } from './show-all'
import {
  ALL,
  type LedgerEntry,
  type Outcome,
  type Released,
  type ReleaseRequest,
  type Withheld,
} from './types'

/**
 * Decides what one audience may have of one table. Never throws: bad input comes back as `INVALID` with the
 * field, a table that cannot be made safe as `WITHHELD` with the cell. The caller stores `entries` in the
 * ledger in the transaction in which the table leaves.
 */
export function release(input: unknown): Outcome {
  const request = parseRequest(input)
  if ('outcome' in request) return request
  const threshold = baseThreshold(request)
  if (audienceRule(request.rules, request.audience)?.threshold === 0) return showAll(request)
  const ledger = request.ledger.filter(
    (entry) => entry.family === request.family && isControlled(request, entry),
  )
  const setting: Setting = { request, ground: groundOf(request.dimensions), ledger, threshold }
  const versions = ledger.filter((entry) => isSame(request, entry))
  if (versions.length > 0) return reissue(setting, versions)
  if (request.reissue) return withheld('NO_EARLIER_ISSUE', request)
  return request.cumulative ? cumulate(setting, releaseFresh) : releasePeriod(setting)
}

/** The audience's threshold, raised when the table holds a sensitive topic. */
function baseThreshold({ rules, audience, dimensions }: ReleaseRequest): number {
  const marks = dimensions.flatMap((dimension) => dimension.codes.map((code) => code.sensitivity))
  const s4 = marks.includes('S4') ? rules.s4.threshold : 0
  const sensitive = marks.includes('SENSITIVE') ? rules.sensitiveThreshold : 0
  return Math.max(audienceRule(rules, audience)?.threshold ?? 0, s4, sensitive)
}

const isControlled = ({ rules }: ReleaseRequest, entry: LedgerEntry) =>
  (audienceRule(rules, entry.audience)?.threshold ?? 0) > 0

const isSame = (request: ReleaseRequest, entry: LedgerEntry) =>
  entry.table === request.table &&
  entry.period === request.period &&
  entry.cumulative === request.cumulative &&
  entry.audience === request.audience

function releasePeriod(setting: Setting): Released | Withheld {
  const { request, ledger } = setting
  const span = spanOf(request.period)
  const blocked = span ? blockedBy(setting, span) : null
  if (blocked) return withheld(blocked, request)
  const parts = partsKnown(viewOf(ledger, request.rules, request.audience), request.table, request.period)
  if (parts.length > 0) return refine(setting, parts) ?? releaseSum(setting, parts)
  return span && isInsideOther(setting, span) ? releaseCopy(setting) : releaseFresh(setting)
}

/** A period made of parts that the audience has. */
function releaseSum(setting: Setting, ways: LedgerEntry[][]): Released | Withheld {
  const { request } = setting
  const base = addFrozen(ways[0] ?? [])
  const found = recompute(setting, { ways, base })
  if (!found) return withheld('NO_SAFE_LEVEL', request)
  return withLate(
    finish(setting, { ...found, base, note: 'RECOMPUTED_FROM_PARTS' }),
    lateRecords(request, base),
  )
}

/** A period of which the readers have nothing yet, or what a wider audience has. */
function releaseFresh(setting: Setting): Released | Withheld {
  const { request, ground, ledger, threshold } = setting
  const base = frozenCounts(setting)
  const total = [...base.values()].reduce((n, count) => n + count, 0)
  if (total > 0 && total < threshold) return withheld('TOTAL_BELOW_THRESHOLD', request)
  const linked = linkedTo({ request, ground, ledger })
  const rootKey = request.dimensions.map(() => ALL).join('|')
  const wider = viewOf(ledger, request.rules, request.audience).entry(request.table, request.period)
  const late = lateRecords(request, base)
  const known = linked.known(rootKey)
  const chosen =
    known !== null && known !== total
      ? null
      : chooseLevel({ request, ground, base, threshold, linked, levels: levelsFor(setting) })
  if (chosen) return withLate(finish(setting, { ...chosen, base }), late)
  if (wider) return withLate(copyOf(setting, wider), late)
  return withheld(known !== null && known !== total ? 'DIFFERS_FROM_LINKED_TABLE' : 'NO_SAFE_LEVEL', request)
}

/** A wider period is out already: nothing may leave but what a wider audience has. */
function releaseCopy(setting: Setting): Released | Withheld {
  const { request, ledger } = setting
  const wider = viewOf(ledger, request.rules, request.audience).entry(request.table, request.period)
  if (!wider) return withheld('PERIOD_COVERED', request)
  return withLate(copyOf(setting, wider), lateRecords(request, new Map(wider.frozen)))
}

function copyOf({ request, threshold }: Setting, wider: LedgerEntry): Released {
  const entry = { ...wider, audience: request.audience }
  const copy = render(request, entry, threshold)
  return { ...copy, notes: [...copy.notes, 'SAME_AS_WIDER_AUDIENCE'], entries: [entry] }
}

/** The first release of a period freezes its counts for every audience; a correction replaces them. */
function frozenCounts({ request, ledger }: Setting): ReadonlyMap<string, number> {
  const issued = ledger.filter(
    (e) => e.table === request.table && e.period === request.period && e.cumulative === request.cumulative,
  )
  const last = issued.reduce<LedgerEntry | undefined>(
    (a, b) => (a && a.version >= b.version ? a : b),
    undefined,
  )
  const frozen = last?.frozen.length || request.period !== OPENING ? last?.frozen : undefined
  return frozen ? new Map(frozen) : countsOf(request)
}
