/** Words that lists print, drop and translate at will. Folded. */
export const stopWords: ReadonlySet<string> = new Set(
  `and of the for a an in on at to with by from de la le les el los las lo del des du d l y e et und der die das den fur
   von zum zur van voor het een en i og och dos da do das os as em na no para por pour pro per il gli di della delle dei
   degli al all dell nel sur au aux un une v za po dlya wa ya fi`.split(/\s+/),
);

/** Legal forms and words that say no more than that it is an organisation of this kind. Folded. */
export const legalForms: ReadonlySet<string> = new Set(
  `inc incorporated ltd limited llc plc gmbh ggmbh ev asbl aisbl vzw ac sc sa srl ong ongs ngo ngos npo cbo cso osc oing
   registered`.split(/\s+/),
);

/** Words that many names have: sharing them says little. In the form that `conceptOf` gives. */
export const commonWords: ReadonlySet<string> = new Set(
  `action alliance association campaign center citizen civil coalition committee commission confederation council
   development economic education environment federation forum foundation fund global group health human initiative
   institute international justice labor league movement national network observatory organization peace peoples
   platform program project protection research rights social society solidarity support sustainable trade trust union
   women workers world youth`.split(/\s+/),
);
