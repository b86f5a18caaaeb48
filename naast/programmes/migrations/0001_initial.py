import django.db.models.deletion
import naast.core.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('organisations', '0001_initial'),
        ('people', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Engagement',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('kind', models.CharField(choices=[('volunteering', 'Volunteering'), ('guided', 'Guided path'), ('community_service', 'Community service'), ('placement', 'Social placement of a school'), ('supported_work', 'Supported work'), ('employee', 'Employees in their employer’s time'), ('neighbour', 'Neighbour help or favour among friends'), ('carer', 'Informal carer')], default='volunteering', max_length=20, verbose_name='kind of engagement')),
                ('started_on', models.DateField(verbose_name='started on')),
                ('ended_on', models.DateField(blank=True, null=True, verbose_name='ended on')),
                ('steered_by', models.CharField(blank=True, max_length=150, verbose_name='who steers or decides')),
                ('contract_reference', models.CharField(blank=True, max_length=80, verbose_name='reference of the contract')),
                ('until_on', models.DateField(blank=True, null=True, verbose_name='agreed end')),
                ('conditions_met', models.JSONField(blank=True, default=dict)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='engagements', to='people.person')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('ended_on__isnull', True), ('ended_on__gte', models.F('started_on')), _connector='OR'), name='engagement_ends_after_it_starts')],
            },
        ),
        migrations.CreateModel(
            name='EngagementTest',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('is_unpaid', models.BooleanField(verbose_name='unpaid')),
                ('is_free_choice', models.BooleanField(verbose_name='not compulsory')),
                ('is_for_others', models.BooleanField(verbose_name='for others or for society')),
                ('is_outside_family', models.BooleanField(verbose_name='organised, outside family and friends')),
                ('is_not_also_employed', models.BooleanField(verbose_name='not also employed here for the same work')),
                ('tested_on', models.DateField(verbose_name='tested on')),
                ('engagement', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='tests', to='programmes.engagement')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('tested_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.membership')),
            ],
            options={
                'ordering': ['-tested_on', '-id'],
            },
        ),
        migrations.CreateModel(
            name='Programme',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('preset', models.CharField(blank=True, max_length=40)),
                ('status', models.CharField(choices=[('draft', 'Being prepared'), ('active', 'Running'), ('closed', 'Closed')], default='active', max_length=10, verbose_name='status')),
                ('form', models.CharField(choices=[('duo', 'Duo: one volunteer, one person or household'), ('circle', 'Circle around one person'), ('group', 'Group'), ('shift', 'Shifts in a house or ward'), ('ad_hoc', 'Help now and then'), ('home_administration', 'Home administration')], max_length=20, verbose_name='form')),
                ('pattern', models.CharField(choices=[('extra', 'Extra: on top of what professionals do'), ('peer', 'Peer: beside the professional'), ('owner', 'Owner: on their own, with somebody on call')], max_length=10, verbose_name='pattern of responsibility')),
                ('volunteer_word', models.CharField(max_length=40, verbose_name='word for the volunteer')),
                ('participant_word', models.CharField(max_length=40, verbose_name='word for the participant')),
                ('purpose', models.TextField(verbose_name='what it is for')),
                ('vision', models.TextField(blank=True, verbose_name='vision in one sentence')),
                ('value_participant', models.TextField(blank=True, verbose_name='what it adds for the participant')),
                ('value_volunteer', models.TextField(blank=True, verbose_name='what it adds for the volunteer')),
                ('value_professional', models.TextField(blank=True, verbose_name='what it adds for the professional')),
                ('value_organisation', models.TextField(blank=True, verbose_name='what it adds for the organisation')),
                ('relation_frame', models.TextField(blank=True, verbose_name='closeness and distance: gifts, money, phone')),
                ('not_done', models.JSONField(blank=True, default=list, verbose_name='what we don’t do')),
                ('evaluation_questions', models.JSONField(blank=True, default=list, verbose_name='questions when we look back')),
                ('mandate', models.JSONField(blank=True, default=list, verbose_name='what the volunteer may decide')),
                ('staff_presence', models.CharField(blank=True, max_length=200, verbose_name='which professional is near')),
                ('reachable_hours', models.CharField(blank=True, max_length=200, verbose_name='when the professional can be reached')),
                ('on_call_term', models.CharField(blank=True, max_length=200, verbose_name='how soon the person on call answers')),
                ('weight', models.PositiveSmallIntegerField(choices=[(1, 'light'), (2, 'medium'), (3, 'heavy')], default=2, verbose_name='weight')),
                ('max_matches', models.PositiveSmallIntegerField(default=2, verbose_name='largest number of matches a volunteer')),
                ('minimum_age', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='youngest age of a volunteer')),
                ('trial_weeks', models.PositiveSmallIntegerField(default=6, verbose_name='trial (weeks)')),
                ('duration_months', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='length of a match (months)')),
                ('minimum_months', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='shortest length of a match (months)')),
                ('milestone_months', models.JSONField(blank=True, default=list, verbose_name='looks back after (months)')),
                ('early_check_weeks', models.JSONField(blank=True, default=list, verbose_name='early checks after (weeks)')),
                ('first_call_days', models.PositiveSmallIntegerField(default=7, verbose_name='first call after the first meeting (days)')),
                ('volunteer_contact_weeks', models.PositiveSmallIntegerField(default=7, verbose_name='coordinator speaks the volunteer every (weeks)')),
                ('participant_contact_weeks', models.PositiveSmallIntegerField(default=13, verbose_name='coordinator speaks the participant every (weeks)')),
                ('match_weights', models.JSONField(blank=True, default=dict, verbose_name='what weighs in a match')),
                ('coach', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='programmes_coached', to='organisations.membership')),
                ('coordinator', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='programmes_coordinated', to='organisations.membership')),
                ('location', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='programmes', to='organisations.location')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('responsible', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='programmes_answered_for', to='organisations.membership')),
            ],
            options={
                'ordering': ['name'],
                'constraints': [models.UniqueConstraint(fields=('organisation', 'name'), name='programme_named_once')],
            },
        ),
        migrations.CreateModel(
            name='OnCallLine',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('when', models.CharField(max_length=120, verbose_name='when')),
                ('who', models.CharField(max_length=150, verbose_name='who')),
                ('phone', models.CharField(blank=True, max_length=30, verbose_name='phone')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='programmes.programme')),
            ],
            options={
                'ordering': ['position', 'id'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='EntryCondition',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('kind', models.CharField(choices=[('first_talk', 'First talk'), ('information', 'Information before the start'), ('training', 'Training'), ('secrecy', 'Secrecy agreed'), ('agreement', 'Agreement signed'), ('charter', 'Charter signed'), ('check', 'Check of conduct seen'), ('trial', 'Trial'), ('insurance', 'Insured')], max_length=12, verbose_name='kind')),
                ('name', models.CharField(max_length=200, verbose_name='what exactly')),
                ('who_arranges', models.CharField(blank=True, max_length=120, verbose_name='who arranges it')),
                ('is_required', models.BooleanField(default=True, verbose_name='needed before the first contact')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='programmes.programme')),
            ],
            options={
                'ordering': ['position', 'id'],
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='engagement',
            name='programme',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='engagements', to='programmes.programme'),
        ),
        migrations.CreateModel(
            name='ContactLine',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('way', models.CharField(choices=[('visit', 'visit'), ('outing', 'outing'), ('call', 'phone call'), ('online', 'online'), ('group', 'group meeting')], max_length=10, verbose_name='how')),
                ('every', models.PositiveSmallIntegerField(default=1, verbose_name='every')),
                ('unit', models.CharField(choices=[('week', 'week'), ('month', 'month')], max_length=6, verbose_name='unit')),
                ('with_whom', models.CharField(blank=True, max_length=120, verbose_name='with whom')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='programmes.programme')),
            ],
            options={
                'ordering': ['position', 'id'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Task',
            fields=[
                ('id', models.UUIDField(default=naast.core.ids.uuid7, editable=False, primary_key=True, serialize=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('name', models.CharField(max_length=200, verbose_name='task')),
                ('who', models.CharField(choices=[('volunteer', 'Volunteer'), ('together', 'Together'), ('professional', 'Professional'), ('after_consulting', 'Only after consulting'), ('never', 'Never')], max_length=20, verbose_name='who')),
                ('is_core', models.BooleanField(default=True, verbose_name='belongs to the fixed core')),
                ('steps_in', models.CharField(blank=True, max_length=200, verbose_name='who steps in when it goes wrong')),
                ('note', models.CharField(blank=True, max_length=300, verbose_name='good to know')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisations.organisation')),
                ('programme', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='%(class)ss', to='programmes.programme')),
            ],
            options={
                'ordering': ['position', 'id'],
                'abstract': False,
            },
        ),
        migrations.AddIndex(
            model_name='engagement',
            index=models.Index(fields=['organisation', 'programme', 'ended_on'], name='programmes__organis_474e31_idx'),
        ),
        migrations.AddConstraint(
            model_name='engagement',
            constraint=models.UniqueConstraint(condition=models.Q(('ended_on__isnull', True)), fields=('person', 'programme'), name='one_open_engagement_a_programme'),
        ),
    ]
