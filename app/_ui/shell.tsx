import type { ReactNode } from 'react'
import { Brand } from './brand'
import { classNames } from './class-names'
import {
  type Account,
  AccountLinks,
  type Demo,
  DemoStrip,
  Foot,
  HideButton,
  type HideScreen,
  LanguageSwitch,
  type Languages,
  type Nav,
  NavList,
  type Search,
  SearchBox,
  type Status,
  StatusPill,
} from './frame'
import type { LinkTo } from './link'

type Everywhere = {
  demo?: Demo | undefined
  /** Words of the link that jumps to the content. */
  skipLabel: string
  brandHref: string
  footer: LinkTo[]
  children: ReactNode
}

type ShellProps = Everywhere & {
  search?: Search | undefined
  status?: Status | undefined
  hideScreen?: HideScreen | undefined
  languages?: Languages | undefined
  account?: Account | undefined
  nav: Nav
  /** The page that replaces the side menu below 56 em. */
  menu: { href: string; label: string }
}

function Skip({ label }: { label: string }) {
  return (
    <a className="vh skip" href="#c">
      {label}
    </a>
  )
}

/** The frame of every work page: bar, side menu, content, foot. */
export function Shell({ demo, skipLabel, brandHref, footer, children, nav, menu, ...bar }: ShellProps) {
  return (
    <div className="app">
      <Skip label={skipLabel} />
      {demo && <DemoStrip {...demo} />}
      <header className="top">
        <Brand href={brandHref} />
        {/* The empty place keeps the account at the end of the bar. */}
        {bar.search ? <SearchBox {...bar.search} /> : <span className="find" />}
        {bar.status && <StatusPill {...bar.status} />}
        {bar.hideScreen && <HideButton {...bar.hideScreen} />}
        {bar.languages && <LanguageSwitch {...bar.languages} />}
        {bar.account && <AccountLinks {...bar.account} />}
        <a className="menu" href={menu.href}>
          {menu.label}
        </a>
      </header>
      <nav className="side" aria-label={nav.label}>
        <NavList groups={nav.groups} />
      </nav>
      {/* What stands here is somebody's story: no browser may send it away to be translated. */}
      <main id="c" translate="no">
        {children}
      </main>
      <Foot links={footer} />
    </div>
  )
}

type DoorProps = Everywhere & {
  languages?: Languages | undefined
  /** Accessible name of the drawing's panel, and the sentence on it. */
  art: { label: string; text: string }
}

/** Sign-in and what surrounds it: the form, and the relay drawn beside it on wide screens. */
export function Door({ demo, skipLabel, brandHref, footer, children, languages, art }: DoorProps) {
  return (
    <div className="door">
      <Skip label={skipLabel} />
      {demo && <DemoStrip {...demo} />}
      <header className="top">
        <Brand href={brandHref} />
      </header>
      <main id="c">{children}</main>
      <aside className="art" aria-label={art.label}>
        <RelayDrawing />
        <p>{art.text}</p>
      </aside>
      <Foot links={footer}>{languages && <LanguageSwitch {...languages} all />}</Foot>
    </div>
  )
}

type AloneProps = Everywhere & {
  /** More width, for a table. */
  roomy?: boolean | undefined
  languages?: Languages | undefined
  /** Said in the foot before the links, such as a telephone number. */
  aside?: ReactNode
}

/** One question, one refusal, one message: nothing around it. */
export function Alone({ demo, skipLabel, brandHref, footer, children, ...rest }: AloneProps) {
  return (
    <div className={classNames('alone', rest.roomy && 'roomy')}>
      <Skip label={skipLabel} />
      {demo && <DemoStrip {...demo} />}
      <header className="top">
        <Brand href={brandHref} />
      </header>
      <main id="c" translate="no">
        {children}
      </main>
      <Foot links={footer}>
        {rest.languages && <LanguageSwitch {...rest.languages} all />}
        {rest.aside}
      </Foot>
    </div>
  )
}

function RelayDrawing() {
  return (
    <svg viewBox="0 0 400 220" fill="none" strokeWidth="7" strokeLinecap="round" aria-hidden="true">
      <path stroke="#123f45" strokeWidth="44" d="M22 60h356M22 150h356" />
      <path stroke="#7fc4c7" d="M40 60h60q40 0 40 40v10q0 40 40 40M320 60h40" />
      <path stroke="#d9a3dd" d="M180 150h60q40 0 40-40v-10q0-40 40-40" />
      <g fill="#7fc4c7">
        <circle cx="40" cy="60" r="12" />
        <circle cx="320" cy="60" r="12" />
        <circle cx="180" cy="150" r="12" fill="#d9a3dd" />
        <circle cx="366" cy="60" r="16" fill="#ffc83d" />
      </g>
    </svg>
  )
}
