import type { ReactNode } from 'react'
import { mainForm } from '@/app/_ui/form'
import type { Languages } from '@/app/_ui/frame'
import { Note } from '@/app/_ui/note'
import { Alone, Shell } from '@/app/_ui/shell'
import { saidBack } from '@/lib/base/forms/understood'
import { day } from '@/lib/base/i18n/dates'
import { languageNames, locales } from '@/lib/base/i18n/locale'
import { type Translate, wordingOf } from '@/lib/base/i18n/translate'
import { caseRoles } from '@/lib/platform/access/roles'
import { env } from '@/lib/platform/env/env'
import type { Page } from '@/lib/platform/gate/read'
import { countsOf, homeOf, navigation } from './navigation'

type Props = {
  page: Omit<Page<unknown>, 'view'>
  /** Screen and code, never a name: it stands in the browser's history. */
  title: string
  /** The menu entry this page belongs to. */
  under: string
  /** The page holds a form marked `main`: switching the language keeps what was typed in it. */
  keeps?: boolean | undefined
  children: ReactNode
}

/** The frame of every signed-in page: bar, menu, content, foot. */
export function WorkPage({ page, title, under, keeps, children }: Props) {
  const { t, actor } = page
  const languages = { ...languageChoice(page), keeps: keeps ? mainForm : undefined }
  if (actor.link)
    return <ByLink page={page} title={title} link={actor.link} languages={languages} inner={children} />
  return (
    <>
      <title>{`${title} – Relais`}</title>
      <Shell
        demo={demoStrip(t)}
        skipLabel={t('frame.skip')}
        brandHref={homeOf(actor.role)}
        search={
          caseRoles.includes(actor.role)
            ? { action: '/search', label: t('frame.search'), placeholder: t('frame.search-hint') }
            : undefined
        }
        languages={languages}
        account={{
          name: t('frame.signed', { name: actor.name, role: t(`session.role.${actor.role}`) }),
          href: '/menu',
          signOut: { action: '/api/v1/session/end', label: t('frame.sign-out') },
        }}
        nav={navigation(actor.role, t, under, countsOf(actor))}
        menu={{ href: '/menu', label: t('frame.menu') }}
        footer={[{ href: '/help', label: t('frame.help') }]}
      >
        <SaidBack page={page} />
        {children}
      </Shell>
    </>
  )
}

type LinkProps = {
  page: Props['page']
  title: string
  link: string
  languages: Languages
  inner: ReactNode
}

/** Around the one page of whoever came by a link: no menu, no list, no account; only the way out of a shared telephone. */
function ByLink({ page, title, link, languages, inner }: LinkProps) {
  const { t } = page
  return (
    <>
      <title>{`${title} – Relais`}</title>
      <Alone
        demo={demoStrip(t)}
        skipLabel={t('frame.skip')}
        brandHref={`/inbox/${link}`}
        languages={languages}
        footer={[]}
        aside={
          <form method="post" action="/api/v1/session/end">
            <button type="submit" className="link">
              {t('links.close')}
            </button>
          </form>
        }
      >
        <SaidBack page={page} />
        {inner}
      </Alone>
    </>
  )
}

/** A day that was typed short, as it was understood: whoever meant another one sees it at once. */
function SaidBack({ page: { t, locale, path } }: Pick<Props, 'page'>) {
  return saidBack(path).map(({ noun, name, iso }) => (
    <Note key={name} tone="soon" live>
      {t('forms.read-as', { what: wordingOf(t, `${noun}.${name}.label`, ''), day: day(locale, iso) })}
    </Note>
  ))
}

export const demoStrip = (t: Translate) =>
  env().demo ? { label: t('frame.demo'), text: t('frame.demo'), more: t('frame.demo-more') } : undefined

export const languageChoice = ({ locale, path }: Pick<Page<unknown>, 'locale' | 'path'>) => ({
  action: '/api/v1/language',
  back: path,
  options: locales.map((code) => ({ code, label: languageNames[code], current: code === locale })),
})
