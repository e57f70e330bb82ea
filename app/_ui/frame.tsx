import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { DefaultButton } from './form'
import { Icon } from './icon'
import type { LinkTo } from './link'

/** The strip of the demonstration; `more` is shown on wide screens only. */
export type Demo = { label: string; text: string; more?: string | undefined }

export function DemoStrip({ label, text, more }: Demo) {
  return (
    <aside className="demo" aria-label={label}>
      {text}
      {more && <span className="lg">{more}</span>}
    </aside>
  )
}

export type Search = {
  action: string
  label: string
  placeholder?: string | undefined
  name?: string | undefined
  value?: string | undefined
}

export function SearchBox({ action, label, placeholder, name = 'q', value }: Search) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> is younger than the browsers we support
    <form className="find" role="search" action={action}>
      <label className="vh" htmlFor="find">
        {label}
      </label>
      <input id="find" name={name} type="search" placeholder={placeholder} defaultValue={value} />
    </form>
  )
}

/** The network pill: always words, `more` on wide screens only, `tone` amber when work waits here. */
export type Status = { text: string; more?: string | undefined; tone?: 'good' | 'soon' | undefined }

export function StatusPill({ text, more, tone }: Status) {
  return (
    <p className={classNames('net', tone === 'soon' && 'soon')} role="status">
      <span>
        {text}
        {more && <span className="lg">{more}</span>}
      </span>
    </p>
  )
}

/** Covers the screen: `action` is posted to; `label` is short, `more` completes it on wide screens. */
export type HideScreen = {
  action: string
  back?: string | undefined
  label: string
  more?: string | undefined
}

export function HideButton({ action, back, label, more }: HideScreen) {
  return (
    <form method="post" action={action}>
      {back && <input type="hidden" name="back" value={back} />}
      <button type="submit" className="link">
        <Icon name="hide" />
        <span>
          {label}
          {more && <span className="lg">{more}</span>}
        </span>
      </button>
    </form>
  )
}

export type Language = { code: string; label: string; current?: boolean | undefined }
/**
 * The choice is posted as `language`, with `back`, the page to return to. With `keeps`, the id of the page's form, it
 * is sent with that form as `_language`: what was typed comes back in the other language.
 */
export type Languages = { action: string; back: string; options: Language[]; keeps?: string | undefined }

/** `all` also prints the current language, for pages without an account. */
export function LanguageSwitch({
  action,
  back,
  options,
  keeps,
  all,
}: Languages & { all?: boolean | undefined }) {
  const shown = options.filter((option) => all || !option.current)
  return (
    <form method="post" action={action} className={classNames('langs', !all && 'lg')}>
      <input type="hidden" name="back" value={back} />
      {keeps && <DefaultButton form={keeps} />}
      {keeps && back.includes('draft=') && <input type="hidden" name="_came" value={back} form={keeps} />}
      {shown.map(({ code, label, current }) =>
        current ? (
          <b key={code} aria-current="true">
            {label}
          </b>
        ) : (
          <button
            type="submit"
            key={code}
            className="link"
            name={keeps ? '_language' : 'language'}
            value={code}
            form={keeps}
            lang={code}
          >
            {label}
          </button>
        ),
      )}
    </form>
  )
}

export type Account = { name: string; href: string; signOut?: { action: string; label: string } | undefined }

export function AccountLinks({ name, href, signOut }: Account) {
  return (
    <>
      <a className="lg" href={href}>
        <bdi>{name}</bdi>
      </a>
      {signOut && (
        <form method="post" action={signOut.action} className="lg">
          <button type="submit" className="link">
            {signOut.label}
          </button>
        </form>
      )}
    </>
  )
}

export type NavItem = LinkTo & { count?: number | string | undefined; current?: boolean | undefined }
/** Groups are parted by a hairline. */
export type Nav = { label: string; groups: NavItem[][] }

export function NavList({ groups }: Pick<Nav, 'groups'>) {
  return groups.map((group, index) => (
    <ul key={index}>
      {group.map((item) => (
        <li key={item.href}>
          <a href={item.href} aria-current={item.current ? 'page' : undefined}>
            {item.label} {item.count !== undefined && <b>{item.count}</b>}
          </a>
        </li>
      ))}
    </ul>
  ))
}

export function Foot({ links, children }: { links: LinkTo[]; children?: ReactNode }) {
  return (
    <footer className="foot">
      {children}
      {links.map(({ href, label }) => (
        <a key={href} href={href}>
          {label}
        </a>
      ))}
    </footer>
  )
}
