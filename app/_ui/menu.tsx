import type { ReactNode } from 'react'
import { LanguageSwitch, type Languages, type Nav, NavList } from './frame'

type MenuProps = { nav: Nav; languages?: Languages | undefined; children?: ReactNode }

/** The side menu as a page, for narrow screens; `children` are the account and its sign-out. */
export function Menu({ nav, languages, children }: MenuProps) {
  return (
    <>
      <nav className="side all" aria-label={nav.label}>
        <NavList groups={nav.groups} />
      </nav>
      {languages && <LanguageSwitch {...languages} all />}
      {children && <div className="row">{children}</div>}
    </>
  )
}
