import { chooseLanguage } from '@/lib/access/choose-language'
import { open } from '@/lib/write/open'

export const POST = open(chooseLanguage)
