import { returnRating } from '@/lib/casework/cases/return-rating'
import { command } from '@/lib/platform/gate/command'

export const POST = command(returnRating)
