export const locales = ['fr', 'en'] as const
export type Locale = (typeof locales)[number]

export const isLocale = (value: unknown): value is Locale => value === 'fr' || value === 'en'
export const localeOf = (value: unknown): Locale => (isLocale(value) ? value : 'fr')
export const languageNames: Record<Locale, string> = { fr: 'Français', en: 'English' }
