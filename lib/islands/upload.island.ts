/**
 * Sends the file of a form in pieces before the form itself, so that a line that breaks costs a piece and not the file: each piece is
 * acknowledged, and the same file goes on where it stopped, also after this page or the server was started again. A picture is made smaller on the device first.
 * Without this script the file goes with the form, whole.
 */
const PIECE = 262_144
const SIDE = 1600
const WAITS = [1, 2, 4, 8, 15, 30, 30, 30]

const form = document.querySelector<HTMLFormElement>('form[data-pieces]')
const field = form?.querySelector<HTMLInputElement>('input[type=file]')
const known = form?.querySelector<HTMLInputElement>('input[name=upload]')
if (form && field && known) begin(form, field, known)

/** A telephone's own format: many devices do not say its type, and most cannot open it. */
const HEIC = /^image\/hei[cf]$|\.hei[cf]$/i

/** `unread`: a picture that neither this device nor the server reads. */
type Ready = { blob: Blob; name: string; unread?: boolean }

function begin(form: HTMLFormElement, field: HTMLInputElement, known: HTMLInputElement): void {
  const said = document.createElement('output')
  said.className = 'hint'
  let ready: Promise<Ready> | undefined
  let sending = false

  field.addEventListener('change', () => {
    const file = field.files?.[0]
    ready = file && smaller(file)
    field.after(said)
    said.textContent = ''
    void ready?.then(({ blob, unread }) => {
      if (unread) {
        said.textContent = form.dataset.heic ?? ''
        return
      }
      said.textContent = (form.dataset.kb ?? '#').replace(
        '#',
        String(Math.max(1, Math.round(blob.size / 1000))),
      )
    })
  })

  form.addEventListener('submit', (event) => {
    // The language switch and the like take the page as it is.
    const button = event.submitter as HTMLButtonElement | null
    if (!ready || button?.name) return
    event.preventDefault()
    if (sending) return
    sending = true
    void ready
      .then(async (file) => {
        if (file.unread) return
        const id = await send(form, file, said)
        if (id) {
          known.value = id
          field.value = ''
        }
        // Where pieces were refused, the form says why.
        form.submit()
      })
      .catch(() => {
        said.textContent = form.dataset.stopped ?? ''
      })
      .finally(() => {
        sending = false
      })
  })
}

/** The file's id once all of it is there; nothing where the server does not want pieces of it. Throws when the line stays cut. */
async function send(
  form: HTMLFormElement,
  { blob, name }: Ready,
  said: HTMLElement,
): Promise<string | undefined> {
  const bytes = await blob.arrayBuffer()
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  const sum = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  const asked = JSON.stringify({ name, type: blob.type, size: String(blob.size), sum })
  const begun = await patiently(() => posted(form.dataset.pieces ?? '', 'application/json', asked))
  const to = /^(\/api\/v1\/uploads\/([0-9a-f-]+)\/)(\d+)$/.exec(String(begun?.location))
  if (!to) return undefined
  for (let next = Number(to[3]); next * PIECE < bytes.byteLength; ) {
    said.textContent = (form.dataset.sending ?? '#').replace(
      '#',
      String(Math.floor((next * PIECE * 100) / bytes.byteLength)),
    )
    const piece = bytes.slice(next * PIECE, (next + 1) * PIECE)
    const kept = await patiently(() => posted(to[1] + String(next), 'application/octet-stream', piece))
    if (typeof kept?.next !== 'number') return undefined
    next = kept.next
  }
  return to[2]
}

type Answer = { location?: string; next?: number }

/** Nothing where it was refused for good; throws where time may heal it. */
async function posted(url: string, type: string, body: string | ArrayBuffer): Promise<Answer | undefined> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': type, accept: 'application/json' },
    body,
    signal: AbortSignal.timeout(110_000),
  })
  if (answer.status >= 500 || answer.status === 408) throw new Error(String(answer.status))
  return answer.ok ? answer.json() : undefined
}

async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (const seconds of WAITS) {
    try {
      return await work()
    } catch {
      await new Promise((resolve) => setTimeout(resolve, seconds * 1000))
    }
  }
  return work()
}

/** A picture of at most 1,600 pixels as JPEG; anything else, and a picture this device cannot open, as it is. */
async function smaller(file: File): Promise<Ready> {
  const heic = HEIC.test(file.type) || HEIC.test(file.name)
  const asIs = { blob: file, name: file.name, unread: heic }
  if (!heic && !/^image\/(jpeg|png|webp)$/.test(file.type)) return asIs
  try {
    const picture = await createImageBitmap(file)
    const scale = Math.min(1, SIDE / Math.max(picture.width, picture.height))
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(picture.width * scale)
    canvas.height = Math.round(picture.height * scale)
    const paper = canvas.getContext('2d')
    if (!paper) return asIs
    paper.fillStyle = '#fff'
    paper.fillRect(0, 0, canvas.width, canvas.height)
    paper.drawImage(picture, 0, 0, canvas.width, canvas.height)
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.8))
    const taken = blob && (heic || blob.size < file.size) ? blob : undefined
    return taken ? { blob: taken, name: `${file.name.replace(/\.[^.]*$/, '')}.jpg` } : asIs
  } catch {
    return asIs
  }
}
