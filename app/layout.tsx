import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { directionOf, langOf } from '@/lib/base/request/lang'
import { manifest } from '@/lib/platform/http/assets'

/** Frame of every document. It decides nothing: each page checks access in its own loader. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const lang = langOf((await cookies()).get('lang')?.value)
  const sheet = manifest().css
  return (
    <html lang={lang} dir={directionOf(lang)}>
      <head>{sheet && <link rel="stylesheet" href={sheet.path} />}</head>
      <body>{children}</body>
    </html>
  )
}
