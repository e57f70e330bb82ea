import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newReference } from '@/lib/base/request/request-record'
import { en } from '@/lib/base/wording/en/refusal'
import { fr } from '@/lib/base/wording/fr/refusal'
import { refusalHtml } from './refusal-page'
import { refusalResponse } from './refusal-response'
import { refusalWords } from './words'

const page = { status: 404, reason: 'not-found', lang: 'fr', reference: 'R-4KD8-20', demo: false } as const

describe('refusalHtml', () => {
  it('says status, title, sentence and reference in a whole document', () => {
    const html = refusalHtml(page)
    expect(html).toMatch(/^<!DOCTYPE html><html lang="fr" dir="ltr">/)
    expect(html).toContain('<title>Cette page n’existe pas, ou vous n’y avez pas accès – Relais</title>')
    expect(html).toContain('Réponse 404')
    expect(html).toContain('<span class="code" dir="ltr">R-4KD8-20</span>')
  })

  it('shows the demo strip in the demo only', () => {
    expect(refusalHtml(page)).not.toContain('class="demo"')
    expect(refusalHtml({ ...page, demo: true, lang: 'en' })).toContain('Demo – invented data')
  })

  it('fills one button: the first link, or the form that keeps what was typed', () => {
    const links = [
      { href: '/a?b=1&c=2', label: 'Un' },
      { href: '/d', label: 'Deux' },
    ]
    expect(refusalHtml({ ...page, links })).toContain(
      '<a class="btn" href="/a?b=1&amp;c=2">Un</a><a class="btn calm" href="/d">Deux</a>',
    )
    const form = { action: '/sign-in', label: 'Se connecter', fields: [['note', 'l’"été"']] as const }
    const html = refusalHtml({ ...page, form })
    expect(html).toContain('<input type="hidden" name="note" value="l’&quot;été&quot;">')
    expect(html.match(/class="btn"/g)).toHaveLength(1)
  })

  it('never lets a value become markup', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const plain = refusalHtml({ ...page, values: { title: '', lead: '' } })
        const html = refusalHtml({ ...page, values: { title: text, lead: text } })
        expect(html.split(/[<>"]/).length).toBe(plain.split(/[<>"]/).length)
      }),
    )
  })
})

describe('refusalWords', () => {
  it('prefers the caller’s words, then the reason, then the status', () => {
    expect(refusalWords('fr', { status: 403, reason: 'cross-site', values: { lead: 'Voilà.' } })).toEqual({
      title: fr['reason.cross-site.title'],
      lead: 'Voilà.',
    })
    expect(refusalWords('fr', { status: 403, reason: 'unheard-of' }).title).toBe(fr['status.403.title'])
    expect(refusalWords('en', { status: 418, reason: 'toString' }).title).toBe(en['status.400.title'])
    expect(refusalWords('en', { status: 599, reason: '' }).title).toBe(en['status.500.title'])
  })

  it('falls back when a value of the sentence is missing', () => {
    expect(refusalWords('en', { status: 429, reason: 'too-often', values: { seconds: 30 } }).lead).toContain(
      '30 s',
    )
    expect(refusalWords('en', { status: 429, reason: 'too-often' }).lead).toBe(en['status.429.lead'])
  })

  it('has words for every status in both languages, with the same values', () => {
    const values = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort()
    for (const key of Object.keys(fr) as (keyof typeof fr)[]) {
      expect(en[key], key).toBeTruthy()
      expect(values(en[key]), key).toEqual(values(fr[key]))
    }
    for (const status of [400, 401, 403, 404, 405, 409, 411, 413, 414, 415, 421, 429, 500, 503]) {
      expect(fr).toHaveProperty([`status.${status}.title`])
      expect(fr).toHaveProperty([`status.${status}.lead`])
    }
  })
})

describe('refusalResponse', () => {
  it('gives people a page and programs JSON', async () => {
    const url = 'http://127.0.0.1:3000/api/v1/cases'
    const refusal = { status: 409, reason: 'already-decided' }
    const forPeople = refusalResponse(new Request(url, { headers: { accept: 'text/html,*/*' } }), refusal)
    expect([forPeople.status, await forPeople.text()]).toEqual([409, expect.stringContaining('<h1>')])
    const forPrograms = refusalResponse(new Request(url), refusal)
    expect(await forPrograms.json()).toMatchObject({ error: { status: 409, reason: 'already-decided' } })
  })
})

describe('newReference', () => {
  it('is four symbols and two digits that are easy to say', () => {
    expect(newReference(new Uint8Array([0, 31, 32, 255, 207]))).toBe('R-0Z0Z-07')
    expect(newReference()).toMatch(/^R-[0-9A-HJKMNP-TV-Z]{4}-\d{2}$/)
  })
})
