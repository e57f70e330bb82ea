import { circles } from './circles'
import { type Edge, importGraph } from './imports'
import { type Check, isTest, type Source } from './sources'

/**
 * The house, lowest floor first; within a floor, lowest room first. A file may import from its own room, from rooms
 * before its own, and from floors below. docs/architecture.md draws it.
 */
export const FLOORS = {
  base: 'wording codes time text rules addresses request i18n forms',
  engines: 'matching disclosure clocks',
  platform: 'env http db settings files audit vault access gate mail jobs',
  casework:
    'numbers sessions staff psea services notices tasks tokens alerts people cases views likeness consents documents projects assistance reintegration history notes followups appointments assessments plans registration referrals inbound transfers papers statements releases endings',
  desks:
    'sign-in link psea log directory administration account statistics work calendar triage referral queue inbox case-file assistance search staff',
} as const

/** Runs the process: reads what the platform offers and hands it the jobs of the casework, so it stands above both. */
const SERVER = 'lib/server'
const ISLANDS = 'lib/islands'
const TESTING = 'lib/testing'

const order = Object.entries(FLOORS).flatMap(([floor, rooms]) =>
  rooms.split(' ').map((room) => `lib/${floor}/${room}`),
)
const lastOf = (floor: string) => order.findLastIndex((room) => room.startsWith(`lib/${floor}/`))

/** `lib/casework/referrals` for everything inside it; the folder itself for server, islands and testing. */
export function roomOf(path: string): string | undefined {
  const parts = path.split('/')
  if (parts[0] !== 'lib') return undefined
  const short = parts.slice(0, 2).join('/')
  return [SERVER, ISLANDS, TESTING].includes(short) ? short : parts.slice(0, 3).join('/')
}

const isFile = (room: string) => /\.\w+$/.test(room)

function heightOf(room: string): number {
  if (room === SERVER) return lastOf('casework') + 0.5
  if (room === ISLANDS) return lastOf('base') + 0.5
  return order.indexOf(room)
}

const rooms: Check = {
  name: 'Every file of lib lies in a room of the house',
  run: (sources) =>
    sources.flatMap(({ path }) => {
      const room = roomOf(path)
      if (!room || room === TESTING || (!isFile(room) && heightOf(room) >= 0)) return []
      return [`${path}: no room of that name; the written list stands in scripts/checks/floors.ts`]
    }),
}

/** Tests, the seed and scripts may look anywhere; app stands above the desks. */
function upward({ from, to, internal }: Edge): string | undefined {
  const [a, b] = [roomOf(from), roomOf(to)]
  if (!internal || !a || !b || a === b || a === TESTING || isTest({ path: from, text: '' })) return undefined
  if (b === TESTING) return `${from} imports ${to}: only tests, the seed and scripts use testing`
  const [higher, lower] = [heightOf(a), heightOf(b)]
  return lower < 0 || higher < 0 || lower < higher
    ? undefined
    : `${from} imports ${to}: ${b} stands above ${a}`
}

const downward: Check = {
  name: 'Imports go down the floors, and within a floor down the written order, types included',
  run: (sources) => importGraph(sources).flatMap((edge) => upward(edge) ?? []),
}

const folderOf = (path: string) => path.split('/').slice(0, -1).join('/')

/** Folders (not only rooms) by the folders they import, tests apart. */
function folderGraph(sources: Source[]) {
  const graph = new Map<string, Set<string>>()
  for (const { from, to, internal } of importGraph(sources)) {
    const [a, b] = [folderOf(from), folderOf(to)]
    if (!internal || a === b || !/^(lib|drizzle|scripts)\//.test(from) || isTest({ path: from, text: '' }))
      continue
    graph.set(a, (graph.get(a) ?? new Set()).add(b))
  }
  return graph
}

const noKnot: Check = {
  name: 'No folder imports itself in a circle, types included',
  run: (sources) => circles(folderGraph(sources)),
}

const fromApp: Check = {
  name: 'Pages and endpoints use no testing code',
  run: (sources) =>
    importGraph(sources)
      .filter(({ from, to }) => from.startsWith('app/') && to.startsWith(`${TESTING}/`))
      .map(({ from, to }) => `${from} imports ${to}`),
}

/** Where a process starts: pages, commands, our server. */
const isEntrance = (path: string) =>
  /^(app|scripts)\//.test(path) || path.startsWith(`${SERVER}/`) || path.startsWith(`${ISLANDS}/`)

const reached: Check = {
  name: 'Everything outside testing and the engines is reached from app, scripts or the server',
  run(sources) {
    const edges = importGraph(sources).filter(({ from }) => !isTest({ path: from, text: '' }))
    const seen = new Set(sources.map(({ path }) => path).filter(isEntrance))
    for (let grew = true; grew; ) {
      const more = edges.filter(({ from, to }) => seen.has(from) && !seen.has(to))
      for (const { to } of more) seen.add(to)
      grew = more.length > 0
    }
    return sources
      .filter(
        (source) =>
          /^lib\/.*\.tsx?$/.test(source.path) &&
          !isTest(source) &&
          !source.path.startsWith('lib/engines/') &&
          !seen.has(source.path),
      )
      .map(({ path }) => `${path}: nothing that runs reaches it`)
  },
}

export const floorChecks = [rooms, downward, noKnot, fromApp, reached]
