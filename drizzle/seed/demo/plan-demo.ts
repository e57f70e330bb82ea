import { type CaseCode, newCode } from '@/lib/casework/numbers/case-code'
import { withAlerts } from './alerts'
import { demoFiles } from './demo-cases'
import { directory, partners } from './directory'
import { historyFiles } from './history'
import { keptViews } from './kept-views'
import { NOW } from './moments'
import { withOffers } from './offers'
import { openFiles } from './open-work'
import { flowPoints, offices } from './places'
import { random } from './random'
import type { Demo } from './records'
import { functions, users } from './staff'

/** Codes not yet used; their first symbol is one of the lower half, so that measuring can keep the other. */
function freshCodes(used: Set<string>): () => CaseCode {
  const chance = random('demo:codes')
  return () => {
    for (;;) {
      const [first = 0, ...rest] = chance.bytes(7)
      const code = newCode(Uint8Array.from([first & 15, ...rest]))
      if (used.has(code)) continue
      used.add(code)
      return code
    }
  }
}

/**
 * The demo as plain records: four offices on the morning of 30 June 2014, twelve cases told in full, work
 * that waits, and a past that reproduces the pilot quarter. The same on every machine, every time.
 */
export function planDemo(): Demo {
  const told = demoFiles()
  const nextCode = freshCodes(new Set(told.map(({ case: file }) => file.code)))
  const open = openFiles(nextCode)
  const past = historyFiles([...told, ...open], nextCode)
  const { alerts, files } = withAlerts([...told, ...open, ...past])
  const around = { offices, functions, flowPoints, users, partners, directory, views: keptViews() }
  return { now: NOW, ...around, alerts, files: withOffers(files) }
}
