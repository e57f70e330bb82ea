import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { Icon, type IconName } from './icon'

type Look = {
  /** Outlined. One filled button a screen. */
  calm?: boolean | undefined
  small?: boolean | undefined
  wide?: boolean | undefined
  icon?: IconName | undefined
  /** The letter that presses it where the keyboard's script runs. */
  letter?: string | undefined
  children: ReactNode
}

type ButtonProps = Look & {
  name?: string | undefined
  value?: string | undefined
  /** Sends the same form elsewhere. */
  formAction?: string | undefined
  form?: string | undefined
}

export function Button({ name, value, formAction, form, ...look }: ButtonProps) {
  return (
    <button
      type="submit"
      className={classes(look)}
      name={name}
      value={value}
      formAction={formAction}
      form={form}
      data-key={look.letter}
    >
      {face(look)}
    </button>
  )
}

export function ButtonLink({ href, ...look }: Look & { href: string }) {
  return (
    <a className={classes(look)} href={href} data-key={look.letter}>
      {face(look)}
    </a>
  )
}

function classes({ calm, small, wide }: Look) {
  return classNames('btn', calm && 'calm', small && 'small', wide && 'wide')
}

function face({ icon, children }: Look) {
  return (
    <>
      {icon && <Icon name={icon} />}
      {children}
    </>
  )
}
