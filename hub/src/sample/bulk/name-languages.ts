import type { Script } from './coined-word.js';

/** What names of organisations in one language are made of; what is frequent comes first. */
export interface NameLanguage {
  readonly tag: string;
  readonly script: Script;
  /** How many of a hundred placeholders are named in it. */
  readonly share: number;
  readonly countries: readonly string[];
  readonly kinds: readonly string[];
  readonly causes: readonly string[];
  /** `K` is the kind of body, `C` its cause, `N` its coined name. */
  readonly patterns: readonly string[];
}

const list = (text: string) => text.split(', ');

export const nameLanguages: readonly NameLanguage[] = [
  {
    tag: 'en',
    script: 'latin',
    share: 42,
    countries: list('US, GB, KE, NG, IN, ZA, GH, UG, PH, CA, AU, IE, PK, BD, NP, NZ, ZM, SL, JM, FJ'),
    kinds: list(
      'Association, Network, Foundation, Centre, Coalition, Initiative, Forum, Alliance, Council, Movement, Institute, Union, Society, Trust, Campaign, Observatory, Committee, Federation, Project',
    ),
    causes: list(
      "Human Rights, Women's Rights, Migrants, Human Rights Defenders, Development, Peace, Justice, Refugees, Children, Youth, Environment, Indigenous Peoples, Workers, Health, Education, Freedom of Expression, Transparency, Land Rights, Disability Rights, Legal Aid, Digital Rights, Victims of Torture, Rural Women, Fishers and Farmers, Older Persons",
    ),
    patterns: list(
      'N K for C, C K N, K for C of N, N C K, International K for C N, N International, The N K, K of N for C & Development, N',
    ),
  },
  {
    tag: 'es',
    script: 'latin',
    share: 16,
    countries: list('ES, MX, CO, AR, PE, CL, EC, GT, BO, HN, CR, SV, UY, PY, NI'),
    kinds: list(
      'Asociación, Red, Fundación, Centro, Movimiento, Comité, Coordinadora, Federación, Colectivo, Observatorio, Instituto, Plataforma',
    ),
    causes: list(
      'Derechos Humanos, Mujeres, Migrantes, Desarrollo, Paz, Justicia, Pueblos Indígenas, Defensa de la Tierra, Niñez, Juventud, Víctimas, Libertad de Expresión, Trabajadoras del Hogar, Salud, Medio Ambiente',
    ),
    patterns: list('K N de C, K de C N, K N por los C, N, K Internacional de C N, K Nacional N'),
  },
  {
    tag: 'fr',
    script: 'latin',
    share: 16,
    countries: list('FR, SN, CM, CI, BE, CD, ML, BF, TG, BJ, GN, NE, TD, MA, TN, DZ, HT, CH, MG, MR'),
    kinds: list(
      'Association, Réseau, Ligue, Fondation, Collectif, Organisation, Mouvement, Centre, Coalition, Comité, Observatoire, Syndicat',
    ),
    causes: list(
      "Droits de l'Homme, Droits Humains, Femmes, Migrants, Développement, Paix, Justice, Enfants, Jeunesse, Victimes, Environnement, Paysans, Santé, Liberté de la Presse, Réfugiés",
    ),
    patterns: list(
      'K N pour les C, K pour la défense des C de N, N, K Internationale des C N, K Nationale de N pour C',
    ),
  },
  {
    tag: 'pt',
    script: 'latin',
    share: 6,
    countries: list('BR, PT, MZ, AO, GW, CV'),
    kinds: list('Associação, Rede, Fundação, Instituto, Movimento, Centro, Fórum'),
    causes: list('Direitos Humanos, Mulheres, Juventude, Terra, Meio Ambiente, Migrantes, Justiça, Saúde'),
    patterns: list('K N de C, K de C N, N, K Nacional N'),
  },
  {
    tag: 'de',
    script: 'latin',
    share: 5,
    countries: list('DE, AT, CH'),
    kinds: list('Verein, Stiftung, Netzwerk, Initiative, Gesellschaft, Zentrum, Bündnis'),
    causes: list('Menschenrechte, Frauen, Frieden, Entwicklung, Flüchtlinge, Umwelt, Kinder, Gerechtigkeit'),
    patterns: list('K für C N, N K für C, N, Internationale K für C N'),
  },
  {
    tag: 'ru',
    script: 'cyrillic',
    share: 5,
    countries: list('RU, KZ, KG, UA, BY, MD, AM, GE'),
    kinds: list('Центр, Ассоциация, Фонд, Комитет, Союз, Организация'),
    causes: list('прав человека, защиты женщин, развития, мигрантов, справедливости, детей'),
    patterns: list('K C N, N, Международный K C N'),
  },
  {
    tag: 'ar',
    script: 'arabic',
    share: 5,
    countries: list('EG, TN, MA, JO, LB, DZ, SD, YE, IQ, BH'),
    kinds: list('مركز, جمعية, منظمة, شبكة, مؤسسة, رابطة'),
    causes: list('حقوق الإنسان, حقوق المرأة, التنمية, السلام, العدالة, المهاجرين'),
    patterns: list('K N ل C, K C N, N'),
  },
  {
    tag: 'zh',
    script: 'han',
    share: 3,
    countries: list('CN, TW, SG, MY'),
    kinds: list('协会, 中心, 基金会, 联盟, 网络'),
    causes: list('人权, 妇女权利, 发展, 和平, 劳工, 环境'),
    patterns: list('NCK, N国际CK, NK'),
  },
  {
    tag: 'id',
    script: 'latin',
    share: 2,
    countries: list('ID, MY, TL'),
    kinds: list('Yayasan, Jaringan, Lembaga, Perkumpulan'),
    causes: list('Hak Asasi Manusia, Perempuan, Bantuan Hukum, Lingkungan, Buruh Migran'),
    patterns: list('K C N, K N, K N untuk C'),
  },
];
