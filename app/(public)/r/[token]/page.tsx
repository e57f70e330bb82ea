import { cookies } from 'next/headers'
import { demoStrip, languageChoice } from '@/app/_frame/work-page'
import { Alone } from '@/app/_ui/shell'
import { localeOf } from '@/lib/base/i18n/locale'
import { translator } from '@/lib/base/i18n/translate'
import { readLink } from '@/lib/desks/link/read-link'
import { linkSessionCookie } from '@/lib/platform/access/cookies'
import { opened } from '@/lib/platform/gate/opened'
import { one, type Query } from '@/lib/platform/gate/query'
import { AskForCode, TypeTheCode } from './before-reading'
import { NothingToOpen } from './nothing-to-open'

type Props = { params: Promise<{ token: string }>; searchParams: Promise<Query> }

/**
 * The link of a partner without an account. Following it changes nothing and names no service, no need, nobody: scanners of mail follow
 * it too. A press asks for a code, the code opens the referral.
 */
export default async function LinkPage({ params, searchParams }: Props) {
  const [{ token }, query, jar] = [await params, await searchParams, await cookies()]
  const locale = localeOf(jar.get('lang')?.value)
  const words = { t: translator(locale), locale }
  const { t } = words
  const said = await opened(() => readLink(token, (name) => jar.get(name)?.value))
  const stands = said?.stands
  const path = `/r/${encodeURIComponent(token)}`
  return (
    <>
      <title>{`${t('links.title')} – Relais`}</title>
      <Alone
        demo={demoStrip(t)}
        skipLabel={t('frame.skip')}
        brandHref={path}
        languages={languageChoice({ locale, path })}
        footer={[]}
      >
        {said && stands === 'ASKED' ? (
          <TypeTheCode said={said} token={token} words={words} problem={one(query, 'code')} />
        ) : said && (stands === 'NEW' || stands === 'KNOWN') ? (
          <AskForCode
            said={said}
            token={token}
            words={words}
            open={stands === 'KNOWN' && jar.has(linkSessionCookie())}
          />
        ) : (
          <NothingToOpen said={said} words={words} />
        )}
      </Alone>
    </>
  )
}
