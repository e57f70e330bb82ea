import { describe, expect, it } from 'vitest'
import { cleanHtml, hiddenRefusal, tellErrorInTitle } from './clean'

describe('cleanHtml', () => {
  it('removes scripts, flight data, preloads and comments', () => {
    const html =
      '<head><link rel="preload" as="script" href="/_next/a.js"/><link rel="modulepreload" href="/_next/b.js"/>' +
      '<script src="/_next/static/a.js" async=""></script></head><body><!--$--><p>Un<!-- --> mot</p><!--/$-->' +
      '<div hidden=""><!--$--><!--/$--></div><script>self.__next_f.push([1,"</p>\\"<b>"])</script></body>'
    expect(cleanHtml(html)).toBe('<head></head><body><p>Un mot</p></body>')
  })

  it('keeps our own scripts and stylesheet', () => {
    const html =
      '<link rel="stylesheet" href="/css/relais.1.css"/><script src="/js/queue.1.js" defer=""></script>'
    expect(cleanHtml(html)).toBe(html)
  })

  it('removes a script that only mentions our folder', () => {
    expect(cleanHtml('<script data-x="/js/a.js">1</script><script src="//evil/js/a.js"></script>')).toBe('')
  })

  it('keeps what people typed, which arrives as entities', () => {
    const html = '<p>&lt;script&gt;1&lt;/script&gt; &lt;!-- x --&gt;</p>'
    expect(cleanHtml(html)).toBe(html)
  })
})

describe('hiddenRefusal', () => {
  it('finds nothing in a page or a redirect', () => {
    expect(hiddenRefusal(200, '<html lang="fr"><p>data-dgst</p></html>')).toBeUndefined()
    expect(hiddenRefusal(307, '<html id="__next_error__"></html>')).toBeUndefined()
  })

  it('finds the status of an error answer', () => {
    expect(hiddenRefusal(404, '<html id="__next_error__">')?.status).toBe(404)
    expect(hiddenRefusal(500, '<html lang="fr">')?.status).toBe(500)
  })

  it('finds a blank document that claims success', () => {
    expect(hiddenRefusal(200, '<!DOCTYPE html><html id="__next_error__">')?.status).toBe(500)
  })

  it('finds an error caught in the middle of a page', () => {
    const missing = '<template data-dgst="NEXT_HTTP_ERROR_FALLBACK;404"></template>'
    expect(hiddenRefusal(200, missing)?.status).toBe(404)
    expect(hiddenRefusal(200, '<script>$RX("B:0","NEXT_HTTP_ERROR_FALLBACK;403")</script>')?.status).toBe(403)
    expect(hiddenRefusal(200, '<script>$RX("B:0","1234567")</script>')?.status).toBe(500)
  })
})

describe('tellErrorInTitle', () => {
  it('puts the word first on a page that opens with what is wrong', () => {
    const page = '<title>Note – Relais</title><div class="errors" role="alert" tabindex="-1">'
    expect(tellErrorInTitle(page, 'Erreur : ')).toContain('<title>Erreur : Note – Relais</title>')
  })

  it('leaves every other page alone', () => {
    const page = '<title>Note – Relais</title><p>class="errors"</p>'
    expect(tellErrorInTitle(page, 'Erreur : ')).toBe(page)
  })
})
