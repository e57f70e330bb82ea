import { askCode } from '@/lib/desks/link/ask-code'
import { open } from '@/lib/platform/gate/open'

export const POST = open(askCode)
