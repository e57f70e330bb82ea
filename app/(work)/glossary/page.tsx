import { cookies } from 'next/headers'
import { WorkPage } from '@/app/_frame/work-page'
import { Facts } from '@/app/_ui/facts'
import { Head } from '@/app/_ui/head'
import { presented } from '@/lib/access/cookies'
import { roles } from '@/lib/access/roles'
import { translator } from '@/lib/i18n/translate'
import { read } from '@/lib/read/read'
import { terms } from '@/lib/work/help'

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
