import type { FileProblem } from './problems'

/** Endings that a machine would run or render, wherever they stand in a name. */
const ACTIVE =
  /^(exe|com|scr|bat|cmd|ps1|msi|jar|apk|js|mjs|vbs|hta|html?|xhtml|svg|xml|php\d?|phtml|asp|aspx|jsp|sh|py|swf|lnk|iso|zip|rar|7z|docm|xlsm)$/

/** Symbols of a name that are looked at. */
const LONGEST = 255

/**
 * How a file's own name ends, and nothing else of it. PURE. `carte.scolaire.jpg` ends in `jpg`; `carte.exe.jpg` and
 * `carte.jpg.exe` hide what they are.
 */
export function endingOf(name: string): { ending: string } | { problem: FileProblem } {
  const parts = name.slice(-LONGEST).normalize('NFKC').trim().toLowerCase().split('.')
  const ending = parts.at(-1) ?? ''
  if (parts.length < 2 || !/^[a-z0-9]{1,5}$/.test(ending)) return { problem: 'no-ending' }
  const hidden = parts.slice(1, -1).some((part) => ACTIVE.test(part.trim()))
  const twice = parts.length > 2 && ACTIVE.test(ending)
  return hidden || twice ? { problem: 'two-endings' } : { ending }
}
