/** What placeholder statements in one language are made of; what is frequent comes first. */
export interface StatementLanguage {
  readonly tag: string;
  /** How many of a hundred placeholders are written in it. */
  readonly share: number;
  /** Said at the beginning, so that nobody takes it for a statement. */
  readonly notice: string;
  readonly title: string;
  readonly subjects: readonly string[];
  readonly verbs: readonly string[];
  readonly objects: readonly string[];
  readonly links: readonly string[];
}

const list = (text: string) => text.split(', ');

export const statementLanguages: readonly StatementLanguage[] = [
  {
    tag: 'en',
    share: 60,
    notice: 'Placeholder text, entered to try how the hub behaves with much data.',
    title: 'Placeholder statement on',
    subjects: list(
      'the undersigned organisations, human rights defenders, States, the Human Rights Council, civil society, migrants and their families, the authorities, Special Procedures, victims and survivors, journalists, trade unions, the Office of the High Commissioner, indigenous communities, courts, border guards, local councils, observers, the Committee against Torture, employers, women human rights defenders',
    ),
    verbs: list(
      'call on, urge, welcome, condemn, deplore, support, investigate, protect, recall, reject, document, ratify, implement, monitor, criminalise, recognise, suspend, acknowledge, repeal, finance',
    ),
    objects: list(
      'human rights, the rule of law, international human rights law, freedom of expression, the right to peaceful assembly, impunity for grave violations, arbitrary detention, reprisals against those who cooperate with the United Nations, access to justice and reparation, forced returns, torture and ill-treatment, gender equality, enforced disappearances, the rights of the child, freedom of association, land and water, surveillance without safeguards, debt bondage, statelessness, racial discrimination, the independence of judges and lawyers, climate displacement, hate speech, domestic workers, rescue at sea, electoral violence, prison conditions, asylum procedures, internet shutdowns, genetic data',
    ),
    links: list('and, while, because, so that, although, unless, whenever, since'),
  },
  {
    tag: 'fr',
    share: 15,
    notice:
      'Texte fictif (placeholder), saisi pour voir comment le hub se comporte avec beaucoup de données.',
    title: 'Déclaration fictive (placeholder) sur',
    subjects: list(
      'les organisations soussignées, les défenseurs des droits humains, les États, le Conseil des droits de l’homme, la société civile, les migrants, les autorités, les victimes, les journalistes, les syndicats, les tribunaux',
    ),
    verbs: list(
      'appellent, condamnent, saluent, soutiennent, dénoncent, protègent, rappellent, rejettent, enquêtent sur, ratifient, surveillent',
    ),
    objects: list(
      'les droits humains, la liberté d’expression, l’impunité, la détention arbitraire, l’accès à la justice, la torture, l’égalité, les disparitions forcées, les droits de l’enfant, la terre et l’eau, les représailles, les refoulements, le travail forcé, la surveillance',
    ),
    links: list('et, tandis que, parce que, afin que, bien que, depuis que'),
  },
  {
    tag: 'es',
    share: 15,
    notice: 'Texto ficticio (placeholder), introducido para ver cómo se comporta el hub con muchos datos.',
    title: 'Declaración ficticia (placeholder) sobre',
    subjects: list(
      'las organizaciones firmantes, las personas defensoras de derechos humanos, los Estados, el Consejo de Derechos Humanos, la sociedad civil, las personas migrantes, las autoridades, las víctimas, los periodistas, los sindicatos, los tribunales',
    ),
    verbs: list(
      'exigen, condenan, saludan, apoyan, denuncian, protegen, recuerdan, rechazan, investigan, ratifican, vigilan',
    ),
    objects: list(
      'los derechos humanos, la libertad de expresión, la impunidad, la detención arbitraria, el acceso a la justicia, la tortura, la igualdad, las desapariciones forzadas, los derechos de la niñez, la tierra y el agua, las represalias, las devoluciones forzadas, el trabajo forzoso',
    ),
    links: list('y, mientras, porque, para que, aunque, desde que'),
  },
  {
    tag: 'de',
    share: 5,
    notice: 'Platzhaltertext (placeholder), um zu sehen, wie sich der Hub mit vielen Daten verhält.',
    title: 'Platzhalter (placeholder) zu',
    subjects: list(
      'die unterzeichnenden Organisationen, Menschenrechtsverteidiger, Staaten, die Behörden, Opfer',
    ),
    verbs: list('fordern, verurteilen, begrüßen, unterstützen, schützen, dokumentieren, untersuchen'),
    objects: list(
      'Menschenrechte, Meinungsfreiheit, Straflosigkeit, willkürliche Haft, Folter, Gleichstellung, Zwangsarbeit, Überwachung',
    ),
    links: list('und, während, weil, damit, obwohl'),
  },
  {
    tag: 'ru',
    share: 5,
    notice: 'Текст-заполнитель (placeholder), чтобы проверить работу с большим объёмом данных.',
    title: 'Заявление-заполнитель (placeholder) о теме',
    subjects: list('организации, правозащитники, государства, власти, пострадавшие'),
    verbs: list('призывают, осуждают, приветствуют, поддерживают, защищают, расследуют'),
    objects: list(
      'права человека, свобода выражения мнений, безнаказанность, пытки, равенство, принудительный труд, слежка',
    ),
    links: list('и, пока, потому что, чтобы, хотя'),
  },
];
