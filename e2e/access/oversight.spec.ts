import { refusesOutsideReach, refusesWrites } from '../support/pages-refused'

refusesOutsideReach('figures, log, outbox and directory', /^\/(statistics|audit|outbox|directory)/)
refusesWrites('figures, log, outbox and directory', /\/(statistics|directory)\//)
