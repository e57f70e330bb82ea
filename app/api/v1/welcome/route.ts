import { acceptInvitation } from '@/lib/desks/sign-in/accept-invitation'
import { open } from '@/lib/platform/gate/open'

export const POST = open(acceptInvitation)
