# Whom one meets, what each of them does, and what to ask. `people-…` lists them in order.

heading-people = People you meet, and what to ask
people-hint = You may not meet all of them.
people-positive = oncologist surgeon radiation cardiologist primary nurse support
people-other = oncologist surgeon radiation primary nurse support

person-oncologist = Medical oncologist, who plans the medicines
person-oncologist-asks =
    What is the goal of my treatment?
    What are my choices, and what speaks for each of them?
    Could treatment harm a pregnancy, or change my chance to have children?
person-surgeon = Surgeon, who takes out the tumor
person-surgeon-asks =
    Do I have surgery first or medicine first, and why?
    What will be taken out, and can my breast be kept?
person-radiation = Radiation oncologist, who treats with rays
person-radiation-asks = Do I need radiation, and how is my heart kept out of it?
person-cardiologist = Cardiologist, who looks after the heart
person-cardiologist-asks =
    What was the number of my first heart scan?
    How often will you test, and at what point would treatment be paused?
person-primary = Primary care doctor, who knows you as a whole
person-primary-asks = Do my other illnesses and medicines go well with this treatment?
person-nurse = Nurse, who is often the first to call
person-nurse-asks = Which number do I call by day, at night and on weekends?
person-support = Social worker, who helps with money, work, family and fear
person-support-asks = What help is there for me and for those close to me?

heading-second = A second opinion, and trials
second-said =
    A second opinion is common, and good doctors do not mind.
    Another doctor can look at your plan, and another lab can test your tumor again.
second-words = You can say: "I trust you, and I want to be sure. Whom would you ask for a second opinion?"
trials-said =
    A trial tests if a new treatment is better than the one used now.
    Ask about trials before you start a treatment, because some are only for people who have not started.
second-asks =
    Can you send my reports and my slides to another center?
    Is there a trial for me, here or elsewhere?
