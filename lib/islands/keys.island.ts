/**
 * Letters that press what a page marks with them (`data-key`), and j and k from row to row; Enter is the browser's own. Printed
 * beside each button only once this runs. Nothing is pressed while somebody types, with a modifier, or twice for one page, and
 * nothing at all where the account turned it off: then the page does not bring this script.
 */
const rows = [...document.querySelectorAll<HTMLAnchorElement>('.queue li > a:first-child')]
const marked = [...document.querySelectorAll<HTMLElement>('[data-key]')]
const said = document.createElement('p')
said.className = 'vh'
said.ariaLive = 'polite'
document.querySelector('main')?.append(said)
let pressed = false

const inRow = (one: HTMLElement) => one.closest('.queue li')
for (const one of marked) {
  one.setAttribute('aria-keyshortcuts', one.dataset.key ?? '')
  if (inRow(one)) continue
  const letter = document.createElement('kbd')
  letter.ariaHidden = 'true'
  letter.textContent = (one.dataset.key ?? '').toUpperCase()
  one.append(' ', letter)
}

/** The row in hand: the one with the focus, else the one that is open. */
function standing(): number {
  const focused = rows.findIndex((row) => row.parentElement?.contains(document.activeElement))
  return focused >= 0 ? focused : rows.findIndex((row) => row.ariaCurrent === 'true')
}

function step(by: number): void {
  const at = Math.max(0, Math.min(rows.length - 1, standing() + by))
  rows[at]?.focus()
  said.textContent = `${at + 1} / ${rows.length}`
}

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches('textarea, select, input:not([type=radio]):not([type=checkbox])'))

addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || typing(event.target)) return
  if (event.key === 'j' || event.key === 'k') {
    event.preventDefault()
    step(event.key === 'j' ? 1 : -1)
    return
  }
  const row = document.activeElement && inRow(document.activeElement as HTMLElement)
  const press =
    marked.find((one) => one.dataset.key === event.key && row && inRow(one) === row) ??
    marked.find((one) => one.dataset.key === event.key && !inRow(one))
  if (!press || pressed || event.repeat) return
  event.preventDefault()
  pressed = true
  press.click()
})
// A page that comes back from the browser's memory can be pressed again.
addEventListener('pageshow', () => {
  pressed = false
})
