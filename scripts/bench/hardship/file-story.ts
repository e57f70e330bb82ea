import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import type { Instance } from './instance'
import { type Account, comeIn } from './people'
import { send } from './send'

/** Who works on the files: a lead, a colleague who takes over, the office's supervisor; a lead and a supervisor elsewhere. */
export type Team = Record<
  'lead' | 'colleague' | 'supervisor' | 'farLead' | 'farSupervisor',
  { cookie: string; id: string }
>

/** A file as its acknowledged saves say it must stand: the moves in their order, and lines in the log. */
export type FileStory = { code: string; events: string[]; log: string[]; team: string[]; answers: string[] }
/** `note`: every answer's status and, where it is a refusal, what was asked and the words of the answer. */
export type Telling = {
  stories: FileStory[]
  note: (status: number, refused?: string) => void
  stopped: () => boolean
}

export async function teamOf(instance: Instance, accounts: readonly Account[]): Promise<Team> {
  const of = (role: string, not = '', office = 'MOP') =>
    accounts.find((one) => one.role === role && one.offices.includes(office) && one.email !== not)
  const lead = of('SOCIAL_WORKER')
  const colleague = of('SOCIAL_WORKER', lead?.email) ?? of('PSYCHOLOGIST') ?? of('LAWYER')
  const supervisor = of('SUPERVISOR')
  const farLead = of('SOCIAL_WORKER', '', 'GAO')
  const farSupervisor = of('SUPERVISOR', supervisor?.email, 'GAO')
  if (!lead || !colleague || !supervisor) throw new Error('the demonstration lacks a team in Mopti')
  if (!farLead || !farSupervisor) throw new Error('the demonstration lacks a team in Gao')
  const signIn = async (account: Account) => ({
    cookie: (await comeIn(instance, account)).session,
    id: await instance.ask(async (sql) => {
      const [row] = await sql`select id from access.users where email = ${account.email}`
      return String(row?.id)
    }),
  })
  return {
    lead: await signIn(lead),
    colleague: await signIn(colleague),
    supervisor: await signIn(supervisor),
    farLead: await signIn(farLead),
    farSupervisor: await signIn(farSupervisor),
  }
}

type Values = Record<string, string | string[]>
type By = keyof Team
type Said = { id: string; location: string }

/** Saves once, however often it has to be sent until somebody answers. Gives up where the answer is a refusal: it stands in `note`. */
async function save(
  { port }: Instance,
  telling: Telling,
  { cookie, path, values }: { cookie: string; path: string; values: Values },
): Promise<Said | undefined> {
  const body = JSON.stringify({ ...values, _key: randomUUID() })
  for (;;) {
    const { status, text } = await send({ port, path: `/api/v1/${path}`, cookie, body, json: true })
    const again = status === 0 || status === 503
    telling.note(status, status === 200 || again ? undefined : `${path}: ${text.slice(0, 300)}`)
    if (status === 200) return { id: '', location: '', ...(JSON.parse(text) as Partial<Said>) }
    if (!again) return undefined
    await wait(100)
  }
}

/** Looks behind the walls, again until there is a database to look into. */
async function ask(instance: Instance, query: string, value: string): Promise<string> {
  for (;;) {
    try {
      return await instance.ask(async (sql) => String((await sql.unsafe(query, [value]))[0]?.found), 'plain')
    } catch {
      await wait(100)
    }
  }
}

/** Hands that work on one file; each acknowledged save is noted in its story. */
export function handsOn(instance: Instance, team: Team, telling: Telling) {
  const at = (by: By, path: string, values: Values) =>
    save(instance, telling, { cookie: team[by].cookie, path, values })
  return {
    /** Begins a file; undefined where it was refused. */
    begin: async (): Promise<FileStory | undefined> => {
      const said = await at('lead', 'cases', FIRST_PAGE)
      if (!said) return undefined
      const answers = ['CASE_MGMT', 'STATS']
      const story = { code: said.id, events: ['start'], log: ['case.open'], team: ['LEAD lead'], answers }
      telling.stories.push(story)
      return story
    },
    does: async (story: FileStory, deed: Done) => {
      const { by, path, values, action, event, team: now, answer } = deed
      if (!(await at(by, path, values))) return
      story.log.push(action)
      if (event) story.events.push(event)
      if (now) story.team = now
      if (answer) story.answers.push(answer)
    },
    versionOf: (code: string) =>
      ask(instance, 'select version as found from app.cases where code = $1', code),
    idOf: (code: string) => ask(instance, 'select id as found from app.cases where code = $1', code),
    offerOf: (code: string) =>
      ask(instance, "select id as found from app.case_transfers where code = $1 and state = 'OFFERED'", code),
    /** What an answer to an offer leaves to do. */
    taskOf: (code: string) =>
      ask(
        instance,
        `select t.id as found from app.tasks t join app.cases c on c.id = t.case_id where c.code = $1 and t.state = 'OPEN'
          and t.kind in ('TRANSFER_REFUSED', 'TELL_NEW_TEAM')`,
        code,
      ),
    /** The pair of which somebody said that they are one: others like it may have been found out of reach. */
    pairOf: (code: string) =>
      ask(
        instance,
        "select p.id as found from app.same_person p join app.cases c on c.id = p.case_id where c.code = $1 and p.said = 'SAME'",
        code,
      ),
  }
}
export type Hands = ReturnType<typeof handsOn>

/** What is sent, and what stands in the file once it was acknowledged. */
export type Done = {
  by: By
  path: string
  values: Values
  action: string
  event?: string
  /** The team from then on. */
  team?: string[]
  /** One more answer of the person. */
  answer?: string
}

const FIRST_PAGE: Values = {
  source: 'WALKIN',
  cercle: 'ML0506',
  sex: 'F',
  age: '30',
  ageBasis: 'STATED',
  answer: 'GIVEN',
  giver: 'SELF',
  mode: 'SIGN',
  language: 'bam',
  stats: 'YES',
}
