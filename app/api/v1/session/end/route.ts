import { signOut } from '@/lib/desks/sign-in/sign-out'
import { open } from '@/lib/platform/gate/open'

export const POST = open(signOut)
