import { openLink } from '@/lib/desks/link/open-link'
import { open } from '@/lib/platform/gate/open'

export const POST = open(openLink)
