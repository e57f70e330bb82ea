/** The link of an agency without an account. "Nous" is the protection team, "vous" whoever follows the link. */
export const fr = {
  title: 'Une réponse est attendue de vous',
  lead: 'Pour protéger une personne, rien n’est montré avant le code que nous vous lisons au téléphone.',
  again: 'Cette page s’est fermée',
  continue: 'Continuer',
  'again-lead': 'Un nouveau code la rouvre, sur cet appareil seulement.',
  reference: 'Référence',
  until: 'Réponse attendue avant',
  ask: 'Demander mon code',
  'ask-more':
    'Puis appelez-nous et dites la référence : nous vous rappelons à votre numéro connu et lisons six chiffres. Le lien ne s’ouvre ensuite que sur cet appareil.',
  'ask-sms':
    'Il vient par SMS à votre numéro connu ; sinon, appelez-nous et dites la référence : nous vous rappelons à ce numéro et lisons six chiffres. Le lien ne s’ouvre ensuite que sur cet appareil.',
  type: 'Tapez le code',
  'type-lead':
    'Appelez-nous et dites la référence {code} : nous vous rappelons à votre numéro connu et lisons six chiffres.',
  'type-sms':
    'Un SMS part avec le code à votre numéro connu. Rien ne vient ? Appelez-nous et dites la référence {code} : nous vous rappelons à ce numéro et lisons six chiffres.',
  code: 'Code à six chiffres',
  'code-until': 'Il vaut jusqu’à {at}.',
  'code-missing': 'Tapez les six chiffres du code',
  'code-wrong':
    '{left, plural, one {Ce n’est pas ce code. Il reste # essai} other {Ce n’est pas ce code. Il reste # essais}}',
  read: 'Lire la demande',
  'read-more': 'Lire vaut accusé de réception : l’heure est notée et nous la voyons.',
  another: 'Un autre code',
  close: 'Fermer cette page',
  over: 'Ce lien ne s’ouvre plus',
  'over-lead':
    'Il a été remplacé, ou ses 72 heures sont passées. Appelez l’équipe qui vous l’a donné : elle en fait un autre, ou note votre réponse.',
  'over-again': 'Revenir au lien',
  elsewhere: 'Ce lien est ouvert sur un autre appareil',
  'elsewhere-lead':
    'Il ne s’ouvre que là où le premier code a été demandé. Si ce n’était pas vous, appelez-nous tout de suite : nous le fermons et en faisons un autre.',
  'no-tries': 'Cinq codes étaient faux',
  'no-tries-lead':
    'Par prudence, ce lien ne s’ouvre plus. Appelez-nous : nous en faisons un autre, ou notons votre réponse.',
  declined: 'Votre refus est noté',
  'declined-lead':
    'Nous cherchons ailleurs. Vous n’avez plus rien à faire ; effacez le lien et ce que vous auriez noté.',
  'taken-back': 'Cette demande est retirée',
  'taken-back-lead':
    'Rien n’en est plus lisible ici. Effacez ce que vous auriez noté et ne contactez pas la personne à ce sujet. Une aide est en cours ? Appelez-nous.',
  letter:
    'Relais : une réponse est attendue de vous.\n{links}\nLe lien ne montre rien sans un code, qui vous vient par une autre voie : demandez-le sur cette page, ou appelez l’équipe.',
  'not-there': 'Ce lien ouvre une seule demande ; le reste n’est pas ici.',
  'to-it': 'Revenir à la demande',

  'staff.title': 'Lien pour {partner}',
  'staff.lead':
    'Qui n’a pas de compte répond par un lien, depuis un téléphone : lire, accepter, demander, refuser, dire ce qui s’est passé. Le lien ne montre rien sans un code que vous lisez.',
  'staff.before': 'Le lien d’avant est fini.',
  'staff.make': 'Faire un lien',
  'staff.renew': 'Faire un autre lien',
  'staff.renew-more': 'Un autre lien ferme celui-ci aussitôt.',
  'staff.end': 'Fermer le lien',
  'staff.address': 'Adresse à donner',
  'staff.by-sms': 'L’envoyer par SMS depuis cet appareil',
  'staff.sms': 'Une réponse est attendue de vous : {link}',
  'staff.fresh':
    'Donnez ce lien au numéro du répertoire, et à personne d’autre. Il est montré ici jusqu’à ce que quelqu’un l’ouvre.',
  'staff.fresh-mailed':
    'Le lien est parti par courriel. Personne ne l’a encore ouvert : il est montré ici, pour le donner aussi au numéro du répertoire.',
  'staff.letter-SENT': 'Courriel avec le lien envoyé à {mail} le {at}.',
  'staff.letter-QUEUED': 'Un courriel avec le lien attend d’être envoyé à {mail}.',
  'staff.letter-FAILED': 'Le courriel avec le lien n’est pas arrivé à {mail} : appelez.',
  'staff.asked':
    'Un code a été demandé, et ses dix minutes sont passées. Qu’on en redemande un sur la page du lien.',
  'staff.opened':
    'Le lien est ouvert sur un appareil. Pour y revenir, un autre code est demandé là-bas ; il paraît ici.',
  'staff.no-tries': 'Cinq codes étaient faux : ce lien ne s’ouvre plus. Appelez, puis faites-en un autre.',
  'staff.code': 'Un code est demandé. Lisez-le au numéro du répertoire, à voix haute :',
  'staff.code-until': 'Il vaut jusqu’à {at}, une seule fois.',
  'staff.sms-ASKED': 'Un SMS part aussi avec ce code, au numéro du répertoire.',
  'staff.sms-SENT': 'Ce code est aussi parti par SMS, au numéro du répertoire.',
  'staff.sms-FAILED': 'Par SMS, ce code n’est pas arrivé : lisez-le.',
  'staff.only-there': 'Rappelez ce numéro plutôt que de lire le code à qui vous appelle.',
  'staff.look': 'Regarder si un code est demandé',
  'staff.until': 'Ce lien vaut jusqu’au {at}.',
  'staff.stands.code': 'Un code est demandé pour le lien :',
  'staff.stands.code-link': 'le lire à {partner}',
  'staff.stands.fresh': 'Un lien est fait, personne ne l’a encore ouvert :',
  'staff.stands.asked': 'Un lien est en main chez {partner}, pas encore lu :',
  'staff.stands.opened': 'Lu par le lien ; il vaut jusqu’au {at} :',
  'staff.stands.no-tries': 'Cinq codes étaient faux, le lien ne s’ouvre plus :',
  'staff.stands.see': 'voir le lien',
} as const
