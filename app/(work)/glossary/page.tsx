import { cookies } from 'next/headers'
import { WorkPage } from '@/app/_frame/work-page'
import { Facts } from '@/app/_ui/facts'
import { Head } from '@/app/_ui/head'
import { translator } from '@/lib/base/i18n/translate'
import { terms } from '@/lib/desks/work/help'
import { presented } from '@/lib/platform/access/cookies'
import { roles } from '@/lib/platform/access/roles'
import { read } from '@/lib/platform/gate/read'

/** Words of the field and what they mean here, with the same word in the other language. */
export default async function GlossaryPage() {
  const jar = await cookies()
  const session = presented((name) => jar.get(name)?.value)?.kind ?? 'staff'
  const page = await read({ action: 'help.glossary', roles, session }, async () => ({
    view: {},
    subject: { type: 'page', id: 'glossary' },
  }))
  const { t, locale } = page
  const otherLocale = locale === 'fr' ? 'en' : 'fr'
  const other = translator(otherLocale)
  const facts = terms.map((term) => ({
    key: term,
    term: (
      <>
        <b>{t(`work.glossary.${term}`)}</b>
        <br />
        <span className="meta" lang={otherLocale}>
          {other(`work.glossary.${term}`)}
        </span>
      </>
    ),
    value: t(`work.glossary.${term}.is`),
  }))
  return (
    <WorkPage page={page} title={t('frame.glossary')} under="/help">
      <Head title={t('frame.glossary')} meta={t('work.glossary.meta')} />
      <Facts facts={facts} />
    </WorkPage>
  )
}
